package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.sandbox.Tokens;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds two rules that can give one answer — an obligation of one id, a determination about one subject — in two ways,
 * their conditions not excluding one another: on such a case there would be no decision.
 */
final class Conflicts {
    private final Map<String, Notes> notes;
    private final Types types;
    private final Knowledge knowledge;
    private final Map<String, Unit> units;

    /** @param notes of each file, by its path */
    Conflicts(Map<String, Notes> notes, Types types, Knowledge knowledge, Map<String, Unit> units) {
        this.notes = notes;
        this.types = types;
        this.knowledge = knowledge;
        this.units = units;
    }

    void check(Map<RuleShape, List<Answer>> answers) {
        Map<String, List<Statement>> byCode = new LinkedHashMap<>();
        answers.forEach((rule, said) -> said.forEach(answer -> {
            if (answer.code() != null && !answer.kept()) {
                Statement statement = Statement.of(rule, answer, types, units);
                if (statement != null) {
                    byCode.computeIfAbsent(answer.verb() + ' ' + answer.code(), code -> new ArrayList<>())
                            .add(statement);
                }
            }
        }));
        for (List<Statement> same : byCode.values()) {
            for (int later = 1; later < same.size(); later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    Statement a = same.get(earlier);
                    Statement b = same.get(later);
                    if (a.rule() == b.rule()) {
                        if (isTwice(a, b)) {
                            noteTwice(a, b);
                            earlier = later;
                        }
                    } else if (canCoincide(a, b) && canBothFire(a, b)) {
                        note(a, b);
                        earlier = later; // one is enough for an answer
                    }
                }
            }
        }
    }

    /** Whether a rule gives one answer twice, and not the same; what stands in branches may be meant so. */
    private static boolean isTwice(Statement a, Statement b) {
        String code = String.valueOf(a.rule().rule().getConsequence());
        boolean branches = Tokens.of(code).stream()
                .anyMatch(token -> token.isName("else") || token.isName("case") || token.isName("return"));
        return !branches
                && canCoincide(a, b)
                && !a.answer().content().equals(b.answer().content());
    }

    private void noteTwice(Statement earlier, Statement later) {
        Notes its = notes.get(later.rule().file().path());
        if (its == null) {
            return;
        }
        String code = String.valueOf(later.answer().code());
        int line = lineOf(earlier);
        boolean asked = Tokens.of(String.valueOf(later.rule().rule().getConsequence())).stream()
                .anyMatch(token -> token.isName("if") || token.isName("for") || token.isName("while"));
        its.add(
                asked ? ProblemKind.POSSIBLE_CONFLICT : ProblemKind.CONFLICT,
                later.answer().codeStart(),
                later.answer().codeStart() + code.length() + 2,
                "这条规则对同一对象给出两次 " + code + "（另一次在第 " + line + " 行），内容不同，这样的案件无法决定；请删去一个，或者写清对象、单位或期间的区别",
                "this rule answers " + code + " about one thing twice, the other time on line " + line
                        + ", and not the same: such a case has no decision. Remove one, or have them differ in unit,"
                        + " subject or period");
    }

    /** Whether they can be about one thing. */
    private static boolean canCoincide(Statement a, Statement b) {
        if (!a.subject().equals(b.subject())) {
            return false;
        }
        switch (a.answer().verb()) {
            case "owe":
                return a.bearer() != null
                        && a.bearer().equals(b.bearer())
                        && a.answer().says("period") == b.answer().says("period")
                        && !unlikeTexts(a.answer().word("period"), b.answer().word("period"));
            case "alert":
                return a.root().equals(b.root())
                        && a.answer().says("concerning") == b.answer().says("concerning")
                        && !a.answer().content().equals(b.answer().content());
            default:
                return true;
        }
    }

    private static boolean unlikeTexts(Answer.@Nullable Word a, Answer.@Nullable Word b) {
        return a != null
                && b != null
                && a.arguments().strip().startsWith("\"")
                && b.arguments().strip().startsWith("\"")
                && !a.arguments().strip().equals(b.arguments().strip());
    }

    private boolean canBothFire(Statement a, Statement b) {
        if (excludes(a.rule(), b.rule()) || excludes(b.rule(), a.rule())) {
            return false;
        }
        for (List<Atom> one : a.ways()) {
            for (List<Atom> other : b.ways()) {
                List<Atom> both = new ArrayList<>(one);
                both.addAll(other);
                if (Contradiction.among(both) == null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one asks that there be no fact of a type which the other reads, gives, or cannot do without. */
    private boolean excludes(RuleShape one, RuleShape other) {
        Set<String> absent = Knowledge.absent(one);
        if (absent.isEmpty()) {
            return false;
        }
        Set<String> present = new HashSet<>(knowledge.givenBy(other));
        for (String read : Knowledge.read(other)) {
            present.add(read);
            present.addAll(knowledge.implied(read));
        }
        return absent.stream().anyMatch(present::contains);
    }

    /** Whether one fires whenever the other does. */
    private boolean follows(Statement wide, Statement narrow) {
        boolean there = wide.root().equals(narrow.root())
                || knowledge.implied(narrow.root()).contains(wide.root())
                || wide.path().isEmpty();
        if (!there || !wide.alone() || wide.ways().size() != 1) {
            return false;
        }
        Set<String> demanded = keys(wide.ways().get(0));
        return narrow.ways().stream().allMatch(way -> keys(way).containsAll(demanded));
    }

    private static Set<String> keys(List<Atom> atoms) {
        Set<String> keys = new HashSet<>();
        atoms.forEach(atom -> keys.add(atom.key()));
        return keys;
    }

    private void note(Statement earlier, Statement later) {
        boolean certain = follows(earlier, later) || follows(later, earlier);
        Notes its = notes.get(later.rule().file().path());
        if (its == null) {
            return;
        }
        String code = String.valueOf(later.answer().code());
        String where = earlier.rule().file().path() + ":" + lineOf(earlier);
        its.add(
                certain ? ProblemKind.CONFLICT : ProblemKind.POSSIBLE_CONFLICT,
                later.answer().codeStart(),
                later.answer().codeStart() + code.length() + 2,
                "这条规则和规则「" + earlier.rule().name() + "」（" + where + "）" + (certain ? "会" : "可能会") + "对同一对象都给出 " + code
                        + "，两处说法不同时这个案件无法决定；请合并两条规则，或者让两边的条件互相排斥",
                "this rule and «" + earlier.rule().name() + "» (" + where + ") "
                        + (certain ? "both answer " : "may both answer ")
                        + code
                        + " about one thing, and where they differ the case has no decision; make one rule of them, or"
                        + " let their conditions exclude one another");
    }

    private int lineOf(Statement statement) {
        Notes its = notes.get(statement.rule().file().path());
        return its == null
                ? statement.rule().rule().getLine()
                : its.lineOf(statement.answer().codeStart());
    }
}
