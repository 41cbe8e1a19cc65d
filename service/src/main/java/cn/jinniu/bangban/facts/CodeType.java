package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A national project code. */
final class CodeType extends StringType<String> {
    private static final Pattern CODE = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");
    private static final Text SHAPE =
            new Text("形如 2601-510106-04-01-123456 的国家项目代码", "a national project code such as 2601-510106-04-01-123456");

    @Override
    @Nullable
    String read(String value, Scan scan) {
        if (CODE.matcher(value).matches()) {
            return value;
        }
        scan.report(FactErrorCode.BAD_FORMAT, () -> Wording.badFormat(value, SHAPE));
        return null;
    }

    @Override
    public Shape shape() {
        return new Shape.PatternShape(CODE.pattern());
    }
}
