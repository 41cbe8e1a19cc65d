package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * One small change of one file of a rules folder, as somebody might make by mistake.
 *
 * @param file path below the rules folder
 * @param line line of the change, from 1
 * @param column column of the change, from 1, in UTF-16 units as editors count
 * @param start where the changed text begins in the file
 * @param before what is there
 * @param after what is put there instead; empty when it is only taken out
 */
public record Mutation(String file, int line, int column, Kind kind, int start, String before, String after) {
    /** What is changed. */
    public enum Kind {
        COMPARISON("比较", "comparison"),
        CONDITION("条件", "condition"),
        LIMIT("限值", "limit"),
        LIST("列表", "list"),
        NEGATION("否定", "negation"),
        CONNECTIVE("且与或", "connective");

        private final Text name;

        Kind(String zh, String en) {
            this.name = new Text(zh, en);
        }

        public Text text() {
            return name;
        }
    }

    static Mutation of(String file, String text, Kind kind, int start, int end, String after) {
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        int column = start - text.lastIndexOf('\n', start - 1);
        return new Mutation(file, line, column, kind, start, text.substring(start, end), after);
    }

    /** The folder with the change made. */
    RulesetSource in(RulesetSource source) {
        Map<String, byte[]> files = new HashMap<>();
        for (String path : source.paths()) {
            byte[] bytes = source.bytes(path);
            if (bytes != null) {
                files.put(path, path.equals(file) ? text(source).getBytes(StandardCharsets.UTF_8) : bytes);
            }
        }
        return RulesetSource.of(files);
    }

    /** The file's text with the change made. */
    String text(RulesetSource source) {
        byte[] bytes = source.bytes(file);
        return bytes == null ? "" : changed(new String(bytes, StandardCharsets.UTF_8));
    }

    private String changed(String text) {
        return text.substring(0, start) + after + text.substring(start + before.length());
    }
}
