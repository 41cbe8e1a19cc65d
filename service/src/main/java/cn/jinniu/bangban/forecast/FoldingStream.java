package cn.jinniu.bangban.forecast;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Folds lines as RFC 5545 asks for under <i>Content Lines</i>: at most 75 bytes each, a character never torn apart. The library folds
 * too, but counts characters; a Chinese one has three bytes.
 */
final class FoldingStream extends FilterOutputStream {
    private static final int LONGEST_LINE = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private int length;

    /** @param out takes the folded lines; what is written here is UTF-8 with CRLF at line ends */
    FoldingStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (b == '\r' || b == '\n') {
            length = 0;
        } else {
            if (length + bytesOfCharacter(b) > LONGEST_LINE) {
                out.write(FOLD);
                length = 1;
            }
            length++;
        }
        out.write(b);
    }

    /** How many bytes the character has that begins with this one; 0 in the middle of one. */
    private static int bytesOfCharacter(int b) {
        int lead = b & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        return lead < 0xC0 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }
}
