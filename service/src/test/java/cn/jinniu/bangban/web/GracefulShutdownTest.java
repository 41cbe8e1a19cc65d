package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A service that is told to stop")
class GracefulShutdownTest {
    @Test
    @Timeout(300) // only lest it hang
    @DisplayName("takes no new calls, but finishes the stream it is answering")
    void finishes() throws Exception {
        RunningService service = RunningService.with();
        try (RawCall call = RawCall.stream(service, RunningService.NDJSON)) {
            call.chunk("{\"asOf\":\"2026-03-01\"}\n").head();
            assertThat(call.bodyLine()).contains("2026-03-01");

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
            while (takesCalls(service)) {
                Thread.onSpinWait();
            }

            call.chunk("{\"asOf\":\"2026-03-02\"}\n{\"asOf\":\"2026-03-03\"}\n").lastChunk();
            assertThat(call.bodyLine()).contains("2026-03-02");
            assertThat(call.bodyLine()).contains("2026-03-03");
            assertThat(call.bodyLine()).isNull();
            stopped.get(2, TimeUnit.MINUTES);
        }
    }

    private static boolean takesCalls(RunningService service) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            return socket.isConnected();
        } catch (ConnectException refused) {
            return false;
        }
    }
}
