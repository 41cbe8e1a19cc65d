package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/**
 * The bytes of a request, and why they are not JSON.
 *
 * @param offset where the request begins in {@code bytes}
 * @param length how many bytes it has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and the bytes stay the caller's
record Source(byte[] bytes, int offset, int length) {
    private static final int EXCERPT = 20;
    private static final Pattern ADVICE = Pattern.compile(": enable .*| \\(not recognized as one .*");

    /** The offset of the first byte that is not UTF-8, or −1. Jackson alone takes UTF-16, surrogates and overlong forms. */
    int firstMisencoded() {
        for (int i = 0; i < Math.min(2, length); i++) {
            // How UTF-16 and UTF-32 show themselves, when not by a byte order mark, which is no UTF-8.
            if (bytes[offset + i] == 0) {
                return i;
            }
        }
        int notAscii = firstNotAscii();
        return notAscii < 0 ? -1 : firstMalformed(notAscii);
    }

    private int firstNotAscii() {
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] < 0) {
                return i;
            }
        }
        return -1;
    }

    private int firstMalformed(int from) {
        int end = offset + length;
        int at = offset + from;
        while (at < end) {
            int size = Utf8.size(bytes, at, end);
            if (size == 0) {
                return at - offset;
            }
            at += size;
        }
        return -1;
    }

    /** Whether there is nothing but JSON's white space. */
    boolean isBlank() {
        for (int i = offset; i < offset + length; i++) {
            if (" \t\r\n".indexOf(bytes[i]) < 0) {
                return false;
            }
        }
        return true;
    }

    Reading.NotJson empty() {
        return new Reading.NotJson(
                new Text("请求体为空；请发送一个 JSON 对象，至少为 {}。", "The body is empty; send one JSON object, {} at the least."));
    }

    Reading.NotJson misencoded(int at) {
        return notJson(at, "此处的字节不是 UTF-8 编码；请以 UTF-8 发送 JSON。", "the bytes here are not UTF-8; send JSON in UTF-8.");
    }

    Reading.NotJson trailing(TokenStreamLocation at) {
        return notJson(
                (int) at.getByteOffset(),
                "请求对象之后还有多余的内容；请只发送一个 JSON 对象。",
                "there is more after the request; send one JSON object and nothing else.");
    }

    /** @param reached how far the parser has come */
    Reading.NotJson notJson(JacksonException wrong, TokenStreamLocation reached) {
        TokenStreamLocation location = wrong.getLocation() == null ? reached : wrong.getLocation();
        int at = (int) location.getByteOffset();
        if (wrong instanceof StreamConstraintsException) {
            return notJson(
                    at,
                    "JSON 超出可读取的限度（嵌套不得超过 1,000 层）；请减少嵌套。",
                    "the JSON is beyond what can be read (nesting deeper than 1,000); nest it less deep.");
        }
        if (wrong instanceof UnexpectedEndOfInputException) {
            return notJson(
                    length, "JSON 在此处中断，尚未结束；请检查内容是否被截断。", "the JSON breaks off here; see whether it was cut short.");
        }
        String before = Quote.of(text(Math.max(0, at - EXCERPT), at));
        return notJson(
                at,
                "在 " + before + " 之后不符合 JSON 语法；请改正。",
                "after " + before + " this is not JSON; correct it. " + reason(wrong));
    }

    /** What Jackson says, without the advice to let it be. */
    private static String reason(JacksonException wrong) {
        String reason = ADVICE.matcher(wrong.getOriginalMessage()).replaceAll("");
        return Quote.wellFormed(reason) + ".";
    }

    private Reading.NotJson notJson(int at, String zh, String en) {
        int end = Math.max(0, Math.min(at, length));
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[offset + i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        int column =
                1 + text(lineStart, end).codePointCount(0, text(lineStart, end).length());
        return new Reading.NotJson(new Text(
                "请求体不是合法的 JSON：第 " + line + " 行第 " + column + " 列（第 " + (end + 1) + " 字节）" + zh,
                "The body is not valid JSON: line " + line + ", column " + column + " (byte " + (end + 1) + "): "
                        + en));
    }

    private String text(int from, int to) {
        return new String(bytes, offset + from, to - from, StandardCharsets.UTF_8);
    }
}
