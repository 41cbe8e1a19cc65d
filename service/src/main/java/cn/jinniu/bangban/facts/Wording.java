package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.NearestWord;
import cn.jinniu.bangban.text.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonParser;

/** The messages of fact errors: what is wrong, the value, and what to do about it. */
final class Wording {
    private Wording() {}

    static Text required(Field<?> field) {
        Text meaning = field.meaning();
        return new Text(
                "缺少必填字段 " + field.name() + "（" + meaning.zh() + "），或其值为 null；请填写。",
                "Required field " + field.name() + " (" + meaning.en() + ") is missing or null; give it.");
    }

    static Text requiredWith(Field<?> field, Field<?> condition, Enum<?> value) {
        return new Text(
                condition.name() + " 为 " + value + " 时必须填写 " + field.name() + "；请填写。",
                "Field " + field.name() + " is required when " + condition.name() + " is " + value + "; give it.");
    }

    static Text notAllowed(Field<?> field, Field<?> condition, Enum<?> value) {
        return new Text(
                condition.name() + " 为 " + value + " 时不得填写 " + field.name() + "；请删除该字段，或改正 " + condition.name() + "。",
                "Field " + field.name() + " is not allowed when " + condition.name() + " is " + value
                        + "; remove it, or correct " + condition.name() + ".");
    }

    static Text wrongType(Text expected, JsonParser at) {
        Text found = found(at);
        return new Text(
                "应为" + expected.zh() + "，实为" + found.zh() + "；请改正。",
                "Expected " + expected.en() + " but found " + found.en() + "; correct it.");
    }

    private static Text found(JsonParser at) {
        return switch (at.currentToken()) {
            case VALUE_NULL -> new Text(" null", "null");
            case VALUE_TRUE, VALUE_FALSE -> same("布尔值 ", "the boolean ", at.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> same("数字 ", "the number ", Quote.shown(at.getString()));
            case VALUE_STRING -> same("字符串 ", "the string ", Quote.of(at.getString()));
            case START_OBJECT -> new Text("对象", "an object");
            case START_ARRAY -> new Text("数组", "an array");
            default -> throw new IllegalStateException("no value at " + at.currentToken());
        };
    }

    private static Text same(String zh, String en, String value) {
        return new Text(zh + value, en + value);
    }

    static Text badFormat(String value, Text wanted) {
        return new Text(
                Quote.of(value) + " 不是" + wanted.zh() + "；请改正。",
                Quote.of(value) + " is not " + wanted.en() + "; correct it.");
    }

    static Text blankId(String value) {
        return new Text(
                "编号 " + Quote.of(value) + " 是空白的；请填写非空白的编号。",
                "The id " + Quote.of(value) + " is blank; give one that is not.");
    }

    static Text unpairedSurrogate(String value) {
        return new Text(
                Quote.of(value) + " 含有不成对的 UTF-16 代理码，不是有效文本；请改正转义字符。",
                Quote.of(value) + " has an unpaired surrogate and is no Unicode text; correct the escapes.");
    }

    static Text unknownValue(String value, Collection<String> words) {
        return new Text(
                Quote.of(value) + " 不是可用的值；请从以下值中选用（区分大小写）：" + String.join("、", words) + "。",
                Quote.of(value) + " is not one of the words this field takes; use one of (case matters): "
                        + String.join(", ", words) + ".");
    }

    static Text unknownField(String name, Collection<String> known) {
        String nearest = NearestWord.to(name, known).word();
        return new Text(
                "没有名为 " + Quote.of(name) + " 的字段，最接近的是 \"" + nearest + "\"；请改名或删除。",
                "There is no field " + Quote.of(name) + "; the nearest is \"" + nearest + "\". Rename or remove it.");
    }

    static Text duplicateField(String name) {
        return new Text(
                "字段 " + Quote.of(name) + " 在同一对象中出现多次；请只保留一个。",
                "Field " + Quote.of(name) + " is named more than once in one object; keep one of them.");
    }

    static Text duplicateId(String id) {
        return new Text(
                "编号 " + Quote.of(id) + " 在本列表中已经用过；请换一个编号，或删除重复的一条。",
                "The id " + Quote.of(id) + " was used before in this list; choose another, or remove the repetition.");
    }

    static Text duplicateEntry(Level level, int year) {
        return new Text(
                "本列表中已有 " + level + " " + year + " 年的一条；每级每年只能有一条，请删除或改正。",
                "This list already has an entry for " + level + " " + year
                        + "; it takes one per level and year. Remove or correct this one.");
    }

    static Text tooLong(String value, int maxLength) {
        int length = value.codePointCount(0, value.length());
        return new Text(
                Quote.of(value) + " 有 " + length + " 个字符，超过上限 " + maxLength + "；请缩短。",
                Quote.of(value) + " has " + length + " characters, more than the " + maxLength
                        + " allowed; shorten it.");
    }

    static Text outside(String value, Object first, Object last) {
        return new Text(
                Quote.shown(value) + " 超出范围 " + first + " 至 " + last + "；请改正。",
                Quote.shown(value) + " is outside " + first + " to " + last + "; correct it.");
    }

    static Text reportingFromOutside(YearMonth value, LocalDate asOf, YearMonth first, YearMonth last) {
        return new Text(
                value + " 不在 " + first + " 至 " + last + " 之内：不得晚于 asOf（" + asOf + "）所在月，也不得早于其前 " + CaseFile.MONTHS_BACK
                        + " 个月；请改正。",
                value + " is outside " + first + " to " + last + ": it must not be after the month of asOf (" + asOf
                        + ") nor more than " + CaseFile.MONTHS_BACK + " months before it; correct it.");
    }

    static Text unknownReference(Reference to, String id) {
        Text noun = to.noun();
        return new Text(
                "请求中没有编号为 " + Quote.of(id) + " 的" + noun.zh() + "；请改正编号，或补上该" + noun.zh() + "。",
                "The request has no " + noun.en() + " with the id " + Quote.of(id) + "; correct the id, or add it.");
    }

    static Text unknownUnit(String id, Collection<String> known) {
        String nearest = NearestWord.to(id, known).word();
        return new Text(
                "单位名录中没有 " + Quote.of(id) + "，最接近的是 \"" + nearest + "\"；请使用名录中的单位编号。",
                "The directory has no unit " + Quote.of(id) + "; the nearest is \"" + nearest
                        + "\". Use an id of the directory.");
    }

    static Text wrongUnitKind(Unit unit, Set<UnitKind> kinds) {
        String taken = kinds.stream().map(Enum::name).collect(Collectors.joining("/"));
        return new Text(
                "单位 " + unit.id() + "（" + unit.nameZh() + "）的类别是 " + unit.kind() + "，此处须为 " + taken + "；请换一个单位。",
                "Unit " + unit.id() + " (" + unit.nameEn() + ") is of kind " + unit.kind() + ", but this field takes "
                        + taken + "; give another unit.");
    }

    static Text wrongOrder(Field<?> earlier, LocalDate earlierDay, Field<?> later, LocalDate laterDay) {
        return new Text(
                later.name() + "（" + laterDay + "）早于 " + earlier.name() + "（" + earlierDay + "）；请改正其中一个日期。",
                later.name() + " (" + laterDay + ") is before " + earlier.name() + " (" + earlierDay
                        + "); correct one of the two dates.");
    }
}
