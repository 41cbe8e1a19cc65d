package cn.jinniu.bangban.decision;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON as UTF-8 in memory that is used again for the next answer. Jackson does this too, in four times the time:
 * it encodes each word anew, and most of a decision are the same few words.
 *
 * <p>For one thread at a time.
 */
final class Utf8Sink implements JsonSink, Sentence {
    /** Words encoded so far; so many and no more, whatever rules make up. */
    static final class Words {
        private static final int MOST = 4_096;

        private final Map<String, byte[]> quoted = new ConcurrentHashMap<>();
        private final Map<String, byte[]> plain = new ConcurrentHashMap<>();

        /** A word as a string of JSON, in its quotes. */
        private byte[] quoted(String word) {
            byte[] known = quoted.get(word);
            return known == null ? meet(quoted, word, true) : known;
        }

        /** Words as they stand within a string of JSON. */
        private byte[] plain(String words) {
            byte[] known = plain.get(words);
            return known == null ? meet(plain, words, false) : known;
        }

        private byte[] meet(Map<String, byte[]> encoded, String word, boolean inQuotes) {
            Utf8Sink alone = new Utf8Sink(this, 6 * word.length() + 2);
            if (inQuotes) {
                alone.quoted(word);
            } else {
                alone.once(word);
            }
            byte[] bytes = alone.toByteArray();
            if (encoded.size() < MOST) {
                encoded.put(word, bytes);
            }
            return bytes;
        }
    }

    /** How much is handed on at a time. */
    private static final int PIECE = 64 * 1024;

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /** What is written for an ASCII character: itself, or an escape's letter, or 0 for an escape by number. */
    private static final byte[] WRITTEN = new byte[128];

    static {
        for (int c = ' '; c < 128; c++) {
            WRITTEN[c] = (byte) c;
        }
        String escaped = "\"\\\b\t\n\f\r";
        String letters = "\"\\btnfr";
        for (int i = 0; i < escaped.length(); i++) {
            WRITTEN[escaped.charAt(i)] = (byte) -letters.charAt(i);
        }
    }

    private final Words words;
    private byte[] bytes;
    private int length;
    private char[] characters = new char[64];
    private @Nullable OutputStream out;

    Utf8Sink(Words words, int capacity) {
        this.words = words;
        this.bytes = new byte[capacity];
    }

    /**
     * Begins anew.
     *
     * @param whereTo takes what is made, from time to time; null where it is asked for at the end
     */
    void begin(@Nullable OutputStream whereTo) {
        length = 0;
        out = whereTo;
    }

    int capacity() {
        return bytes.length;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** Hands on the rest of what was made. */
    void drain() {
        hand(length);
    }

    private void hand(int count) {
        try {
            Objects.requireNonNull(out).write(bytes, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
    }

    @Override
    public void beginObject() {
        begin(1);
        bytes[length++] = '{';
    }

    @Override
    public void endObject() {
        room(1);
        bytes[length++] = '}';
        if (out != null && length > PIECE) {
            hand(length - 1); // by the last one it is known that a comma comes next
        }
    }

    @Override
    public void beginArray() {
        begin(1);
        bytes[length++] = '[';
    }

    @Override
    public void endArray() {
        room(1);
        bytes[length++] = ']';
    }

    @Override
    public void name(Member member) {
        value(member.named());
    }

    @Override
    public void text(CharSequence value) {
        begin(0);
        quoted(value);
    }

    @Override
    public void word(String value) {
        value(words.quoted(value));
    }

    @Override
    public Sentence beginSentence() {
        begin(1);
        bytes[length++] = '"';
        return this;
    }

    @Override
    public void endSentence() {
        room(1);
        bytes[length++] = '"';
    }

    @Override
    public void words(String more) {
        append(words.plain(more));
    }

    @Override
    public void day(LocalDate day) {
        if (day.getYear() < 1000 || day.getYear() > 9999) {
            once(day.toString());
        } else {
            room(10);
            digits(day);
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void cutTo(int shorter) {
        length = shorter;
    }

    @Override
    public void nothing() {
        value(NULL);
    }

    @Override
    public void truth(boolean value) {
        value(value ? TRUE : FALSE);
    }

    @Override
    public void number(int value) {
        if (value >= 0 && value < 10) {
            begin(1);
            bytes[length++] = (byte) ('0' + value);
        } else {
            value(Integer.toString(value).getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Override
    public void date(LocalDate value) {
        int year = value.getYear();
        if (year < 1000 || year > 9999) {
            text(value.toString());
            return;
        }
        begin(12);
        bytes[length++] = '"';
        digits(value);
        bytes[length++] = '"';
    }

    private void digits(LocalDate day) {
        twoDigits(day.getYear() / 100);
        twoDigits(day.getYear() % 100);
        bytes[length++] = '-';
        twoDigits(day.getMonthValue());
        bytes[length++] = '-';
        twoDigits(day.getDayOfMonth());
    }

    private void twoDigits(int number) {
        bytes[length++] = (byte) ('0' + number / 10);
        bytes[length++] = (byte) ('0' + number % 10);
    }

    private void value(byte[] made) {
        begin(made.length);
        append(made);
    }

    private void append(byte[] made) {
        room(made.length);
        System.arraycopy(made, 0, bytes, length, made.length);
        length += made.length;
    }

    /** Begins a value or member of so many bytes, behind a comma where something stands before it. */
    private void begin(int size) {
        room(size + 1);
        if (length > 0) {
            byte last = bytes[length - 1];
            if (last != '{' && last != '[' && last != ':') {
                bytes[length++] = ',';
            }
        }
    }

    private void quoted(CharSequence value) {
        room(1);
        bytes[length++] = '"';
        once(value);
        room(1);
        bytes[length++] = '"';
    }

    @Override
    public void once(CharSequence value) {
        int end = value.length();
        room(6 * end); // at the worst, each is an escape by number
        char[] from = characters(value, end);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < end; i++) {
            char c = from[i];
            if (c < 0x80) {
                byte written = WRITTEN[c];
                if (written > 0) {
                    to[at++] = written;
                } else {
                    at = escape(c, written, to, at);
                }
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | c >> 6);
                to[at++] = (byte) (0x80 | c & 0x3F);
            } else if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                to[at++] = (byte) (0xE0 | c >> 12);
                to[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                to[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                int whole = Character.codePointAt(from, i++, end);
                if (whole < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
                    throw new IllegalArgumentException("half a character in what is to be written");
                }
                to[at++] = (byte) (0xF0 | whole >> 18);
                to[at++] = (byte) (0x80 | whole >> 12 & 0x3F);
                to[at++] = (byte) (0x80 | whole >> 6 & 0x3F);
                to[at++] = (byte) (0x80 | whole & 0x3F);
            }
        }
        length = at;
    }

    private char[] characters(CharSequence value, int count) {
        if (characters.length < count) {
            characters = new char[Math.max(count, 2 * characters.length)];
        }
        if (value instanceof String string) {
            string.getChars(0, count, characters, 0);
        } else {
            value.toString().getChars(0, count, characters, 0);
        }
        return characters;
    }

    private static int escape(char c, byte written, byte[] to, int from) {
        int at = from;
        to[at++] = '\\';
        if (written < 0) {
            to[at++] = (byte) -written;
        } else {
            to[at++] = 'u';
            to[at++] = '0';
            to[at++] = '0';
            to[at++] = HEX[c >> 4];
            to[at++] = HEX[c & 0xF];
        }
        return at;
    }

    private void room(int size) {
        if (bytes.length - length < size) {
            bytes = Arrays.copyOf(bytes, Math.max(length + size, 2 * bytes.length));
        }
    }
}
