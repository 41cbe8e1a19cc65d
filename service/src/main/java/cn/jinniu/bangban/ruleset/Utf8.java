package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads bytes as UTF-8 and nothing else: spreadsheets on Chinese Windows like to write another encoding. */
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /** The text without byte order mark; null, with a problem at its line added, where the bytes are no UTF-8. */
    static @Nullable String decode(String file, byte[] bytes, List<RulesetProblem> problems) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(
                    new RulesetProblem(
                            file,
                            line,
                            0,
                            new Text(
                                    "不是 UTF-8 编码的文字；请用“UTF-8”编码重新保存文件（WPS、Excel 选“CSV UTF-8”）",
                                    "not UTF-8 text; save the file again with the encoding UTF-8 (in a spreadsheet: CSV UTF-8)")));
            return null;
        }
        String text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
