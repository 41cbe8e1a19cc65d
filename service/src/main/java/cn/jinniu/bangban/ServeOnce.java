package cn.jinniu.bangban;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** A step of the build, in a process of its own: serves one decision and ends, which shows what classes that takes. */
final class ServeOnce {
    private static final int PATIENCE = 120_000; // milliseconds

    private ServeOnce() {}

    /**
     * Serves, asks itself, and ends the process; with 1 where no decision came.
     *
     * @param args the rules folder, a folder for the log, and a request
     */
    public static void main(String[] args) {
        int exitCode = 1;
        try {
            int port = freePort();
            Bangban.main(new String[] {
                "serve", "--rules", args[0], "--port", Integer.toString(port), "--", "--bangban.log=" + args[1]
            });
            exitCode = ask(port, Path.of(args[2])) == HttpURLConnection.HTTP_OK ? 0 : 1;
        } catch (IOException e) {
            System.getLogger(ServeOnce.class.getName()).log(Level.WARNING, "no decision was served", e);
        } finally {
            System.exit(exitCode); // What serves would go on.
        }
    }

    private static int ask(int port, Path request) throws IOException {
        URI decisions = URI.create("http://127.0.0.1:" + port + "/v1/decisions");
        HttpURLConnection call = (HttpURLConnection) decisions.toURL().openConnection();
        call.setReadTimeout(PATIENCE);
        call.setRequestProperty("Content-Type", "application/json");
        call.setDoOutput(true);
        Files.copy(request, call.getOutputStream());
        return call.getResponseCode();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
