package cn.jinniu.bangban.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * An input of requests, and whether it has one a line: it has when its first line is a whole object or list and something
 * comes behind it. A request laid out over several lines does not begin like that.
 *
 * @param lines whether each line is a request
 * @param all the input from its beginning
 */
record RequestInput(boolean lines, InputStream all) {
    private static final int CHUNK = 64 * 1024;

    /**
     * Reads no more than it takes to tell.
     *
     * @param longest how long a line can be, in bytes
     */
    static RequestInput of(InputStream in, int longest) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        FirstLine first = new FirstLine();
        byte[] chunk = new byte[CHUNK];
        while (!first.known() && head.size() <= longest) {
            int length = in.read(chunk, 0, CHUNK);
            if (length < 0) {
                break;
            }
            head.write(chunk, 0, length);
            for (int i = 0; i < length && !first.known(); i++) {
                first.accept(chunk[i]);
            }
        }
        return new RequestInput(
                first.isOfSeveral, new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), in));
    }

    /** Follows the brackets of the first line that is not blank; in UTF-8 no part of another character looks like one. */
    private static final class FirstLine {
        private int depth;
        private boolean begun;
        private boolean inString;
        private boolean escaped;
        private boolean broken;
        private boolean isOver;
        private boolean isOfSeveral;

        boolean known() {
            return broken || isOfSeveral;
        }

        void accept(byte next) {
            boolean blank = next == ' ' || next == '\t' || next == '\r' || next == '\n';
            if (isOver) {
                isOfSeveral = !blank;
            } else if (!begun) {
                begin(next, blank);
            } else if (next == '\n') {
                isOver = depth == 0;
                broken = depth > 0;
            } else if (inString) {
                follow(next);
            } else if (depth == 0) {
                broken = !blank; // more on the line than one value
            } else {
                inString = next == '"';
                depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
            }
        }

        private void begin(byte next, boolean blank) {
            begun = next == '{' || next == '[';
            depth = begun ? 1 : 0;
            broken = !begun && !blank && next >= 0; // the bytes of a byte order mark are below
        }

        private void follow(byte next) {
            inString = escaped || next != '"';
            escaped = !escaped && next == '\\';
        }
    }
}
