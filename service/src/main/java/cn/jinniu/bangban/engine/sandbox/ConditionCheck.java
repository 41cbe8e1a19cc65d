package cn.jinniu.bangban.engine.sandbox;

import cn.jinniu.bangban.ruleset.Nearest;
import cn.jinniu.bangban.ruleset.ProblemKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.BindingDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.MVELExprDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Checks the conditions of a rule; a kind of condition that is not known is refused. */
final class ConditionCheck {
    private static final Set<String> GATHERED = Set.of(
            "average",
            "averageBD",
            "collectList",
            "collectSet",
            "count",
            "earliest",
            "max",
            "maxI",
            "maxL",
            "min",
            "minI",
            "minL",
            "sum",
            "sumBD",
            "sumBI",
            "sumI",
            "sumL");

    /** More words than any condition has that a person wrote. */
    private static final int MOST_WORDS = 2_500;

    private static final String NUMBER = "\\d{1,18}(?:\\.\\d{1,9})?[LlDdFf]?";
    private static final Set<String> LOOKING_UP = Set.of("(", ")", ".", "!.", ",");

    private final Findings findings;
    private final KnownNames names;
    private final RuleDescr rule;
    private final Set<String> variables = new HashSet<>();
    private int place;

    ConditionCheck(Findings findings, KnownNames names, RuleDescr rule) {
        this.findings = findings;
        this.names = names;
        this.rule = rule;
        this.place = Math.max(0, rule.getStartCharacter());
    }

    /** Checks the conditions, and gives the names they bind. */
    Set<String> check() {
        bindings(rule.getLhs());
        variables.removeIf(name -> !WordCheck.isVariableName(name));
        if (rule.getLhs() != null) {
            condition(rule.getLhs());
        }
        return variables;
    }

    private void bindings(@Nullable BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            bound(pattern.getIdentifier());
            pattern.getDescrs().forEach(this::bindings);
            bindings(pattern.getSource());
        } else if (part instanceof BindingDescr binding) {
            bound(binding.getVariable());
        } else if (part instanceof ExprConstraintDescr constraint) {
            List<Token> tokens = Tokens.of(constraint.getExpression());
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).isName()
                        && (tokens.get(i + 1).is(":") || tokens.get(i + 1).is(":="))) {
                    bound(tokens.get(i).text());
                }
            }
        } else if (part instanceof AccumulateDescr accumulate) {
            bindings(accumulate.getInput());
            accumulate.getFunctions().forEach(function -> bound(function.getBind()));
            if (accumulate instanceof GroupByDescr group) {
                bound(group.getGroupingKey());
            }
        } else if (part instanceof CollectDescr collect) {
            bindings(collect.getInputPattern());
        } else if (part instanceof ForallDescr all) {
            all.getDescrs().forEach(this::bindings);
        } else if (part instanceof AndDescr
                || part instanceof OrDescr
                || part instanceof NotDescr
                || part instanceof ExistsDescr) {
            ((ConditionalElementDescr) part).getDescrs().forEach(this::bindings);
        }
    }

    private void bound(@Nullable String name) {
        if (name != null && !name.isEmpty()) {
            variables.add(name);
        }
    }

    private void condition(BaseDescr part) {
        if (part.getStartCharacter() >= 0) {
            place = part.getStartCharacter();
        }
        if (part instanceof AnnotatedBaseDescr annotated
                && !annotated.getAnnotations().isEmpty()) {
            refuse("条件上的 @ 注解", "annotation (@) on a condition");
        }
        if (part instanceof PatternDescr pattern) {
            pattern(pattern);
        } else if (part instanceof EvalDescr eval) {
            expression(String.valueOf(eval.getContent()), "eval");
        } else if (part instanceof ForallDescr all) {
            all.getDescrs().forEach(this::condition);
        } else if (part instanceof AndDescr
                || part instanceof OrDescr
                || part instanceof NotDescr
                || part instanceof ExistsDescr) {
            ((ConditionalElementDescr) part).getDescrs().forEach(this::condition);
        } else {
            refuse("这种条件（" + kind(part) + "）", "condition of this kind (" + kind(part) + ")");
        }
    }

    private static String kind(BaseDescr part) {
        return part.getClass().getSimpleName().replace("Descr", "");
    }

    private void refuse(String zh, String en) {
        findings.add(
                place,
                "规则不能使用" + zh + "；请对照 rules/README.md 改写",
                "a rule has no " + en + "; rewrite it as rules/README.md shows");
    }

    private void pattern(PatternDescr pattern) {
        int start = place;
        String type = pattern.getObjectType();
        if (type == null) {
            refuse("“/”开头的条件", "condition that begins with \"/\"");
            return;
        }
        new WordCheck(findings, names, Set.of(), false).check(Tokens.of(type), start + offsetOf(type, start));
        if (pattern.getBehaviors() != null && !pattern.getBehaviors().isEmpty()) {
            refuse("时间窗口（over window）", "window (over window)");
        }
        for (BaseDescr constraint : pattern.getDescrs()) {
            constraint(constraint);
        }
        if (pattern.getSource() != null) {
            place = start;
            source(pattern.getSource());
        }
    }

    private void constraint(BaseDescr constraint) {
        if (constraint.getStartCharacter() >= 0) {
            place = constraint.getStartCharacter();
        }
        if (constraint instanceof ExprConstraintDescr written) {
            expression(written.getExpression(), "");
        } else if (constraint instanceof BindingDescr binding) {
            expression(binding.getExpression(), "");
        } else if (constraint instanceof AndDescr || constraint instanceof OrDescr) {
            ((ConditionalElementDescr) constraint).getDescrs().forEach(this::constraint);
        } else {
            refuse("这种条件（" + kind(constraint) + "）", "condition of this kind (" + kind(constraint) + ")");
        }
    }

    private void source(BaseDescr source) {
        if (source.getStartCharacter() >= 0) {
            place = source.getStartCharacter();
        }
        int start = place;
        if (source instanceof FromDescr from && from.getDataSource() instanceof MVELExprDescr expression) {
            expression(expression.getExpression(), "from");
        } else if (source instanceof CollectDescr collect) {
            condition(collect.getInputPattern());
        } else if (source instanceof AccumulateDescr accumulate) {
            if (accumulate.getInput() != null) {
                condition(accumulate.getInput());
            }
            place = start;
            accumulate(accumulate);
        } else {
            refuse("这种来源（" + kind(source) + "）", "source of this kind (" + kind(source) + ")");
        }
    }

    private void accumulate(AccumulateDescr accumulate) {
        int start = place;
        for (AccumulateFunctionCallDescr function : accumulate.getFunctions()) {
            place = start;
            if (!GATHERED.contains(function.getFunction())) {
                findings.add(
                        start + offsetOf(function.getFunction(), start),
                        function.getFunction().length(),
                        ProblemKind.UNKNOWN_FUNCTION,
                        "规则不能使用汇总函数“" + function.getFunction() + "”" + Nearest.hintZh(function.getFunction(), GATHERED)
                                + "；可以使用 "
                                + String.join("、", GATHERED.stream().sorted().toList()),
                        "a rule has no accumulate function \"" + function.getFunction() + "\""
                                + Nearest.hintEn(function.getFunction(), GATHERED) + "; there are "
                                + String.join(", ", GATHERED.stream().sorted().toList()));
            }
            for (String parameter : function.getParams()) {
                expression(parameter, function.getFunction());
            }
        }
        if (accumulate instanceof GroupByDescr group) {
            place = start;
            expression(group.getGroupingFunction(), "");
        }
        if (accumulate.getInitCode() != null
                || accumulate.getActionCode() != null
                || accumulate.getReverseCode() != null
                || accumulate.getResultCode() != null) {
            place = findings.find("init", start);
            refuse(
                    "accumulate 里的 init、action、reverse、result 代码（请用汇总函数，例如 sum( $x )）",
                    "code in accumulate (init, action, reverse, result; take a function such as sum( $x ))");
        }
    }

    private int offsetOf(String piece, int from) {
        return findings.find(piece, from) - from;
    }

    /** Checks an expression of a condition; symbols that conditions do not need are refused. */
    private void expression(String text, String behind) {
        int base = place;
        String file = findings.text();
        if (!file.startsWith(text, base)) {
            base = findings.find(text, behind.isEmpty() ? place : findings.find(behind, place));
        }
        List<Token> tokens = Tokens.of(text);
        for (Token comment : Tokens.comments(text)) {
            // What reads conditions ends comments its own way.
            if (comment.text().indexOf('/', 1) != comment.text().length() - 1 && !plainLine(comment)) {
                findings.add(
                        base + comment.start(),
                        "条件里的注释不能含有“/”；请移到条件外面",
                        "a comment within a condition has no \"/\"; move it out of the condition");
            }
        }
        if (tokens.size() > MOST_WORDS) {
            findings.add(
                    base,
                    "这个条件太长（超过 " + MOST_WORDS + " 个词）；请拆成几条规则，名单较长的写成函数",
                    "this condition is too long (more than " + MOST_WORDS
                            + " words); make several rules of it, or a function of a long list");
            return;
        }
        if (behind.equals("from")) {
            source(tokens, base);
        }
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.NUMBER && !token.text().matches(NUMBER)) {
                findings.add(
                        base + token.start(),
                        token.text().length(),
                        ProblemKind.NOT_ALLOWED,
                        "条件里只写普通的数字，最多 18 位；请改写“" + token.text() + "”",
                        "a condition takes plain numbers of at most 18 digits; write \"" + token.text()
                                + "\" otherwise");
            }
            if (token.kind() == Token.Kind.UNFINISHED || token.kind() == Token.Kind.SYMBOL && !mayStand(tokens, i)) {
                findings.add(
                        base + token.start(),
                        token.text().length(),
                        ProblemKind.NOT_ALLOWED,
                        "条件里不能写“" + token.text() + "”；条件只作比较，请把计算放进结论或者函数",
                        "a condition has no \"" + token.text()
                                + "\"; it only compares, so reckon in the consequence or in a function");
            }
            if (token.isName("matches") && i + 1 < tokens.size()) {
                pattern(tokens.get(i + 1), base);
            }
        }
        new WordCheck(findings, names, variables, true).check(tokens, base);
    }

    /** What stands behind from only looks something up: what it makes could be made ever larger from one line to the next. */
    private void source(List<Token> tokens, int base) {
        for (Token token : tokens) {
            boolean symbol = token.kind() == Token.Kind.SYMBOL && !LOOKING_UP.contains(token.text());
            if (symbol || token.isName() && Character.isUpperCase(token.text().charAt(0))) {
                findings.add(
                        base + token.start(),
                        token.text().length(),
                        ProblemKind.NOT_ALLOWED,
                        "from 后面只能取已有的列表，例如 $project.listings，不能写“" + token.text() + "”",
                        "behind from stands a list there is, such as $project.listings, and no \"" + token.text()
                                + "\"");
                return;
            }
        }
    }

    private static boolean plainLine(Token comment) {
        return comment.text().startsWith("//")
                && comment.text().indexOf('/', 2) < 0
                && !comment.text().contains("*");
    }

    private static boolean mayStand(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        return switch (token.text()) {
            case "(",
                    ")",
                    "[",
                    "]",
                    ".",
                    "!.",
                    ",",
                    ":",
                    ":=",
                    "==",
                    "!=",
                    "<",
                    "<=",
                    ">",
                    ">=",
                    "&&",
                    "||",
                    "!",
                    "+",
                    "-",
                    "/",
                    "%",
                    "?" -> true;
            // Two of them are a power, whose cost has no bound.
            case "*" -> i > 0 && !tokens.get(i - 1).is("*");
            default -> false;
        };
    }

    /** A pattern of {@code matches} is written out, and such that matching takes time in proportion to the text. */
    private void pattern(Token pattern, int base) {
        if (pattern.kind() != Token.Kind.STRING || !LinearPattern.isLinear(pattern.text())) {
            findings.add(
                    base + pattern.start(),
                    "matches 后面只能写简单的式样（* 和 + 最多一个，末尾的 .* 不计，没有括号和花括号）；也可以用 contains、str[startsWith]、str[endsWith]",
                    "matches takes a simple pattern written out (at most one * or + and a .* at the end, no brackets or braces);"
                            + " or use contains, str[startsWith], str[endsWith]");
        }
    }
}
