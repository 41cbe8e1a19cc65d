package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.List;

/** Refuses text that does not say what it seems to say, or that no parser should be given, before it is parsed. */
public final class SourceText {
    private static final int DEEPEST_NESTING = 100;

    private SourceText() {}

    /** Everything wrong with the text of a rule file; nothing when it may be parsed. */
    public static List<RulesetProblem> check(String path, String text) {
        Findings findings = new Findings(path, text);
        characters(text, findings);
        nesting(text, findings);
        return findings.all();
    }

    private static void characters(String text, Findings findings) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u') {
                findings.add(
                        i,
                        "规则文件不能使用 Unicode 转义（\\u…）；请直接写出这个字",
                        "a rule file has no Unicode escapes (\\u…); write the character itself");
            } else if (isHidden(c)) {
                findings.add(
                        i,
                        "这里有看不见的控制字符（编号 " + (int) c + "）；请删去，重新键入这一行",
                        "there is an invisible control character here (number " + (int) c
                                + "); delete it and type the line again");
            }
        }
    }

    /** Controls, and what turns the direction of text or hides between letters; a byte order mark was taken off before. */
    private static boolean isHidden(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static void nesting(String text, Findings findings) {
        int depth = 0;
        for (Token token : Tokens.of(text)) {
            if (token.kind() == Token.Kind.UNFINISHED) {
                findings.add(
                        token.start(),
                        1,
                        ProblemKind.UNCLOSED,
                        "这里的引号或注释没有结束；请补上",
                        "the quotation or comment that begins here does not end; close it");
            }
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
                if (depth > DEEPEST_NESTING) {
                    findings.add(
                            token.start(),
                            "括号嵌套超过 " + DEEPEST_NESTING + " 层；请拆成几条规则",
                            "brackets are nested more than " + DEEPEST_NESTING + " deep; take the rule apart");
                    return;
                }
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth = Math.max(0, depth - 1);
            }
        }
    }
}
