package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.log.record.Entry;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import cn.jinniu.bangban.log.record.Packing;
import cn.jinniu.bangban.log.record.Place;
import cn.jinniu.bangban.log.store.EntryTable;
import cn.jinniu.bangban.log.store.LogAccess;
import cn.jinniu.bangban.log.store.LogLocation;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The decision log of a service")
class DecisionLogOverHttpTest {
    private static final String REQUEST = "{\"asOf\": \"2026-03-26\",  \"projects\":[{\"id\":\"P-1\"}]}";

    @TempDir
    Path temporary;

    @Test
    @DisplayName("has the very bytes of what was received and answered, who asked, and the rules ahead of them")
    void keeps() throws Exception {
        Path folder = temporary.resolve("log");
        String answer;
        String lines;
        try (RunningService service = RunningService.with("--bangban.log=" + folder)) {
            answer = RunningService.text(service.decide(REQUEST, "X-Client-Id", "case-system-7"));
            lines = RunningService.text(service.post(
                    RunningService.NDJSON, (REQUEST + "\nno\n" + REQUEST + "\n").getBytes(StandardCharsets.UTF_8)));
        }
        try (LogAccess access = LogAccess.open(new LogLocation.Folder(folder));
                Connection connection = access.connect()) {
            List<Entry> entries = EntryTable.ascending(connection, Place.start(1), Place.end(1), 100);
            assertThat(entries.stream().map(entry -> entry.draft().kind()))
                    .containsExactly(Kind.RULESET, Kind.DECISION, Kind.DECISION, Kind.DECISION);
            Entry single = entries.get(1);
            assertThat(single.draft().caller().knownBy()).isEqualTo(KnownBy.CLIENT_ID);
            assertThat(text(single.draft().request())).isEqualTo(REQUEST);
            assertThat(text(single.draft().answer())).isEqualTo(answer);
            assertThat(answer)
                    .contains(single.draft().id().toString(), single.draft().ruleset());
            Entry streamed = entries.get(2);
            assertThat(streamed.draft().caller().name()).isEqualTo("127.0.0.1");
            assertThat(streamed.draft().caller().knownBy()).isEqualTo(KnownBy.ADDRESS);
            assertThat(lines.lines().filter(line -> !line.contains("\"problem\"")))
                    .containsExactlyInAnyOrder(
                            text(streamed.draft().answer()),
                            text(entries.get(3).draft().answer()));
        }
    }

    private static String text(byte[] packed) {
        return new String(Packing.unpack(packed), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("that cannot be written lets no decision out, and says so; it goes on by itself when it can be")
    void unwritable() throws Exception {
        Path folder = temporary.resolve("log");
        Files.writeString(folder, "a file where the folder is to be");
        try (RunningService service = RunningService.with("--bangban.log=" + folder)) {
            HttpResponse<byte[]> refused = service.decide(REQUEST);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(RunningService.text(refused))
                    .contains("urn:bangban:problem:log-unavailable", folder.toString())
                    .doesNotContain("determinations");
            assertThat(RunningService.text(
                            service.post(RunningService.NDJSON, (REQUEST + '\n').getBytes(StandardCharsets.UTF_8))))
                    .contains("log-unavailable")
                    .doesNotContain("determinations");
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(service.get("/actuator/health/liveness").statusCode()).isEqualTo(200);

            Files.delete(folder);
            HttpResponse<byte[]> answer = service.decide(REQUEST);
            for (long end = System.nanoTime() + 60_000_000_000L;
                    answer.statusCode() == 503 && System.nanoTime() < end;
                    answer = service.decide(REQUEST)) {
                Thread.onSpinWait();
            }
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("may be off, which health says")
    void off() {
        try (RunningService service = RunningService.with("--bangban.log=off")) {
            assertThat(service.decide(REQUEST).statusCode()).isEqualTo(200);
            assertThat(RunningService.text(service.get("/actuator/health/readiness")))
                    .contains("\"log\":\"off\"");
        }
    }
}
