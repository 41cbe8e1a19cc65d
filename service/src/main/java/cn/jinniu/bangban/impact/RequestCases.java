package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.desk.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Requests out of files: {@code .ndjson} and {@code .jsonl} have one a line, any other is one request. */
public final class RequestCases implements Impact.Cases, AutoCloseable {
    private final Deque<Path> files;
    private final int longest;
    private @Nullable InputStream open;
    private @Nullable LineReader lines;
    private String source = "";

    /** @param longest most bytes of a request; a longer one is not decided */
    public RequestCases(List<Path> files, int longest) {
        this.files = new ArrayDeque<>(files);
        this.longest = longest;
    }

    @Override
    public @Nullable Case next() throws IOException {
        while (true) {
            if (lines != null) {
                LineReader.Line line = lines.next();
                if (line != null) {
                    return new Case(source, line.number(), null, line.bytes());
                }
                close();
            }
            Path file = files.poll();
            if (file == null) {
                return null;
            }
            source = file.toString().replace(file.getFileSystem().getSeparator(), "/");
            if (!isNdjson(source)) {
                return single(file);
            }
            InputStream in = Files.newInputStream(file);
            open = in;
            lines = new LineReader(in, longest);
        }
    }

    private Case single(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] json = in.readNBytes(longest + 1);
            return new Case(source, 0, null, json.length > longest ? null : json);
        }
    }

    private static boolean isNdjson(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".ndjson") || lower.endsWith(".jsonl");
    }

    @Override
    public void close() throws IOException {
        lines = null;
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
