package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DroolsError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.KnowledgeBuilderResult;
import org.kie.internal.jci.CompilationProblem;

/** The builder's errors as problems of the rule files, in plain words and at the place they are about. */
final class BuildErrors {
    /** Lines of a generated class between where Drools says a consequence begins and where it does. */
    private static final int LINES_BEFORE_CONSEQUENCE = 4;

    private static final Set<ProblemKind> ABOUT_CODE = EnumSet.of(
            ProblemKind.UNKNOWN_TYPE,
            ProblemKind.UNKNOWN_FIELD,
            ProblemKind.UNKNOWN_FUNCTION,
            ProblemKind.UNKNOWN_VARIABLE,
            ProblemKind.UNLIKE_TYPES,
            ProblemKind.NOT_A_CONDITION,
            ProblemKind.UNCLOSED,
            ProblemKind.SYNTAX,
            ProblemKind.NOT_ALLOWED,
            ProblemKind.NO_REASON,
            ProblemKind.RULE_FILE);

    private static final Pattern FUNCTION = Pattern.compile("\\[ function \\S+ \\(line:\\d+\\): (.*?) *]?$");
    /** What is said of whatever uses a function that does not compile. */
    private static final Pattern FOLLOWS = Pattern.compile("^Error importing|The import \\S+ cannot be resolved");

    private final List<RuleFile> files;
    private String followed = "";
    private final List<Located> rules;
    private final Set<Found> found = new LinkedHashSet<>();

    /**
     * A problem.
     *
     * @param rule null where it is about none
     * @param consequence whether it is surely in the rule's consequence
     */
    private record Found(@Nullable Located rule, boolean consequence, RulesetProblem problem) {}

    BuildErrors(List<RuleFile> files, List<Located> rules) {
        this.files = files;
        this.rules = rules;
    }

    /** The rule that a result is about, of those by their names; null where it is about none. */
    static @Nullable Located ruleOf(KnowledgeBuilderResult result, Map<String, Located> rules) {
        if (result instanceof DescrBuildError error) {
            BaseDescr about = error.getDescr() instanceof RuleDescr ? error.getDescr() : error.getParentDescr();
            if (about instanceof RuleDescr rule) {
                return rules.get(rule.getName());
            }
        }
        return null;
    }

    void add(KnowledgeBuilderResult result) {
        Located rule = ruleOf(result);
        if (result instanceof DescrBuildError error && error.getObject() instanceof CompilationProblem[] problems) {
            for (CompilationProblem problem : problems) {
                if (FOLLOWS.matcher(String.valueOf(problem.getMessage())).find()) {
                    followed = String.valueOf(problem.getMessage());
                } else if (rule != null) {
                    ofConsequence(rule, problem);
                } else {
                    elsewhere(result, CompilerWords.java(String.valueOf(problem.getMessage())), problem.getStartLine());
                }
            }
            return;
        }
        String said = said(result);
        Matcher function = FUNCTION.matcher(said);
        if (function.find()) {
            elsewhere(result, CompilerWords.java(function.group(1)), 0);
            return;
        }
        if (FOLLOWS.matcher(said).find()) {
            followed = said;
            return;
        }
        CompilerWords words = CompilerWords.condition(said);
        if (rule == null) {
            elsewhere(result, words, 0);
            return;
        }
        int[] lines = result.getLines();
        int line = lines.length > 0 && lines[0] > 0 ? lines[0] : rule.rule().getLine();
        found.add(new Found(rule, false, at(rule, line, words)));
    }

    private @Nullable Located ruleOf(KnowledgeBuilderResult result) {
        if (result instanceof DescrBuildError error) {
            BaseDescr about = error.getDescr() instanceof RuleDescr ? error.getDescr() : error.getParentDescr();
            for (Located rule : rules) {
                if (rule.rule() == about) {
                    return rule;
                }
            }
            if (about instanceof RuleDescr named) {
                return rules.stream()
                        .filter(rule -> rule.rule().getName().equals(named.getName()))
                        .findFirst()
                        .orElse(null);
            }
        }
        return null;
    }

    private static String said(KnowledgeBuilderResult result) {
        String said = result instanceof DroolsError error ? error.getMessage() : result.getMessage();
        return said == null ? "" : said.strip().replaceAll("\\s+", " ");
    }

    /** The line of the generated class tells the line of the consequence. */
    private void ofConsequence(Located rule, CompilationProblem problem) {
        CompilerWords words = CompilerWords.java(String.valueOf(problem.getMessage()));
        int below = problem.getStartLine() - rule.rule().getConsequenceOffset() - LINES_BEFORE_CONSEQUENCE;
        String text = rule.file().text();
        int start = consequenceStart(rule);
        int first = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        int last = Math.max(first, rule.rule().getEndLine());
        if (below < 0 || first + below > last + 1) {
            found.add(new Found(rule, false, at(rule, rule.rule().getLine(), words)));
        } else {
            found.add(new Found(rule, true, at(rule, Math.min(last, first + below), words)));
        }
    }

    private static int consequenceStart(Located rule) {
        String text = rule.file().text();
        int from = Math.max(0, rule.rule().getStartCharacter());
        String before = text.substring(0, from);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int at = from;
        while (line < rule.rule().getConsequenceLine()) {
            at = text.indexOf('\n', at) + 1;
            line++;
        }
        int then = JavaText.withoutCommentsAndStrings(text).indexOf("then", at);
        int start = then < 0 ? at : then + "then".length();
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return Math.min(start, text.length());
    }

    private RulesetProblem at(Located rule, int line, CompilerWords words) {
        String name = rule.rule().getName();
        boolean whole = line == rule.rule().getLine();
        return at(rule.file(), line, words, whole ? "规则「" + name + "」：" : "", whole ? "the rule «" + name + "»: " : "");
    }

    private static RulesetProblem at(RuleFile file, int line, CompilerWords words, String zh, String en) {
        List<String> lines = file.text().lines().toList();
        int column = 0;
        if (line > 0 && line <= lines.size() && !words.about().isEmpty()) {
            column = 1 + wordIn(lines.get(line - 1), words.about());
        }
        return new RulesetProblem(
                file.path(),
                Math.max(line, 0),
                column,
                column == 0 ? 0 : words.about().length(),
                words.kind(),
                new Text(zh + words.said().zh(), en + words.said().en()));
    }

    private static int wordIn(String line, String word) {
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isJavaIdentifierPart(line.charAt(at - 1));
            boolean ends = end == line.length()
                    || !Character.isJavaIdentifierPart(line.charAt(end))
                    || !Character.isJavaIdentifierPart(word.charAt(word.length() - 1));
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }

    /** About a function or a declaration: in the file that has it. */
    private void elsewhere(KnowledgeBuilderResult result, CompilerWords words, int lineOfClass) {
        int[] lines = result.getLines();
        int line = lines.length > 0 && lines[0] > 0 ? lines[0] : 0;
        BaseDescr descr = result instanceof DescrBuildError error ? error.getDescr() : null;
        for (RuleFile file : files) {
            if (descr instanceof FunctionDescr function
                    && file.content().getFunctions().contains(function)) {
                found.add(new Found(null, false, at(file, Math.max(line, function.getLine()), words, "", "")));
                return;
            }
            boolean declares = descr != null
                    && (file.content().getTypeDeclarations().contains(descr)
                            || file.content().getEnumDeclarations().contains(descr)
                            || file.content().getGlobals().contains(descr)
                            || file.content().getImports().contains(descr));
            if (declares) {
                found.add(new Found(null, false, at(file, Math.max(line, descr.getLine()), words, "", "")));
                return;
            }
        }
        // A function without its descriptor: the one whose text reaches over the line.
        for (RuleFile file : files) {
            for (FunctionDescr function : file.content().getFunctions()) {
                if (said(result).contains(function.getName())) {
                    found.add(new Found(null, false, at(file, function.getLine(), words, "", "")));
                    return;
                }
            }
        }
        RuleFile first = files.get(0);
        found.add(new Found(null, false, at(first, 1, words, "", "")));
    }

    /** The problems that others do not say already, and better. */
    List<RulesetProblem> beyond(List<RulesetProblem> known) {
        if (found.isEmpty() && !followed.isEmpty()) {
            RuleFile first = files.get(0);
            found.add(new Found(null, false, at(first, 1, CompilerWords.java(followed), "", "")));
        }
        List<RulesetProblem> more = new ArrayList<>();
        Set<String> places = new LinkedHashSet<>();
        for (Found each : found) {
            RulesetProblem problem = each.problem();
            Located rule = each.rule();
            boolean said = rule != null
                    && known.stream()
                            .filter(other -> ABOUT_CODE.contains(other.kind()) && rule.has(other))
                            .anyMatch(other -> !each.consequence()
                                            && other.line() <= rule.rule().getConsequenceLine()
                                    || other.line() == problem.line());
            boolean repeated =
                    rule != null && !each.consequence() && !places.add(problem.file() + ':' + problem.line());
            if (!said && !repeated) {
                more.add(problem);
            }
        }
        return more;
    }
}
