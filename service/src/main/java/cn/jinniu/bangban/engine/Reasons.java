package cn.jinniu.bangban.engine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AttributeDescr;

/** Whether somebody who orders rules by hand says why. */
final class Reasons {
    private static final Pattern SAID = Pattern.compile("//[^\\n]*[\\p{L}]{2,}");
    private static final int MOST = 400;

    private Reasons() {}

    /** Whether a comment stands on the attribute's line, or on the line above it within the rule. */
    static boolean given(Located rule, String attribute) {
        String text = rule.file().text();
        int start = Math.max(0, rule.rule().getStartCharacter());
        Matcher at = Pattern.compile("(?m)(?<![\\w\"-])" + Pattern.quote(attribute) + "\\b")
                .matcher(JavaText.withoutCommentsAndStrings(text));
        if (!at.find(start)) {
            return false;
        }
        int lineStart = text.lastIndexOf('\n', at.start()) + 1;
        int lineEnd = text.indexOf('\n', at.start());
        int above = Math.max(start, text.lastIndexOf('\n', Math.max(0, lineStart - 2)) + 1);
        String lines = text.substring(Math.min(above, lineStart), lineEnd < 0 ? text.length() : lineEnd);
        return SAID.matcher(lines).find();
    }

    /** Whether a salience stays within the room left for it, so that it never puts a rule before one it waits for. */
    static boolean isModest(AttributeDescr salience) {
        return salience.getValue().matches("-?\\d{1,3}") && Math.abs(Integer.parseInt(salience.getValue())) <= MOST;
    }

    /** The salience a rule states, 0 where it states none. */
    static int salience(Located rule) {
        AttributeDescr stated = rule.rule().getAttributes().get("salience");
        return stated != null && isModest(stated) ? Integer.parseInt(stated.getValue()) : 0;
    }
}
