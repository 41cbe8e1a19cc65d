package cn.jinniu.bangban.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("UTF-8 is told from what is none as by the platform's decoder:")
class Utf8Test {
    private static final int[] EDGES = {
        0, 'a', 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
        0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
    };

    /** The first byte of the first thing that is no character, or −1. */
    private static int expected(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true).isError() ? in.position() : -1;
    }

    private static int found(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int size = Utf8.size(bytes, at, bytes.length);
            if (size == 0) {
                return at;
            }
            at += size;
        }
        return -1;
    }

    @Test
    @DisplayName("everything of up to four bytes that stand at the edges of what is allowed")
    void edges() {
        for (int length = 1; length <= 4; length++) {
            byte[] bytes = new byte[length];
            for (int number = 0; number < Math.pow(EDGES.length, length); number++) {
                for (int i = 0, rest = number; i < length; i++, rest /= EDGES.length) {
                    bytes[i] = (byte) EDGES[rest % EDGES.length];
                }
                if (found(bytes) != expected(bytes)) {
                    assertThat(found(bytes)).as(Arrays.toString(bytes)).isEqualTo(expected(bytes));
                }
            }
        }
    }

    @Test
    @DisplayName("real text, cut off and changed anywhere")
    void text() {
        byte[] text = "金牛区 é a 𠀀、项目".getBytes(StandardCharsets.UTF_8);
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = Arrays.copyOf(text, random.nextInt(text.length + 1));
            if (bytes.length > 0 && random.nextBoolean()) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(found(bytes)).isEqualTo(expected(bytes));
        }
    }
}
