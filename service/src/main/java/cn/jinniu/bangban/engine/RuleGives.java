package cn.jinniu.bangban.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/** What a rule gives: the types of the facts its consequence puts into the working memory, as it names them. */
final class RuleGives {
    private static final Pattern INSERT = Pattern.compile("\\binsert\\s*\\(\\s*(?:new\\s+([\\w.]+))?");
    private static final Pattern OWE = Pattern.compile("\\banswers\\s*\\.\\s*owe\\s*\\(");
    private static final Pattern FILL = Pattern.compile("\\.\\s*toFill\\s*\\(");

    private RuleGives() {}

    /** @return the types; an empty name stands for an insert that does not say {@code insert( new Type(…) )} */
    static List<String> of(RuleDescr rule) {
        String text = JavaText.withoutCommentsAndStrings(String.valueOf(rule.getConsequence()));
        List<String> types = new ArrayList<>();
        Matcher inserts = INSERT.matcher(text);
        while (inserts.find()) {
            types.add(inserts.group(1) == null ? "" : inserts.group(1));
        }
        if (OWE.matcher(text).find()) {
            types.add("Duty");
        }
        if (FILL.matcher(text).find()) {
            types.add("PostToFill");
        }
        return types;
    }

    /** The text of the first insert that does not say {@code insert( new Type(…) )}. */
    static String unclear(RuleDescr rule) {
        String consequence = String.valueOf(rule.getConsequence());
        Matcher inserts = INSERT.matcher(JavaText.withoutCommentsAndStrings(consequence));
        while (inserts.find()) {
            if (inserts.group(1) == null) {
                return consequence.substring(inserts.start(), inserts.end());
            }
        }
        return "insert";
    }
}
