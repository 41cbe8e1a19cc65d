package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.engine.sandbox.SourceText;
import cn.jinniu.bangban.engine.trace.Anatomy;
import cn.jinniu.bangban.engine.trace.ConditionReader;
import cn.jinniu.bangban.engine.trace.ImportedNames;
import cn.jinniu.bangban.engine.trace.RuleParts;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Parses the rule files of a ruleset, collecting what is wrong with all of them. */
final class RuleFileParser {
    private RuleFileParser() {}

    static List<RuleFile> parse(RulesetSource source, List<RulesetProblem> problems) {
        List<RuleFile> files = new ArrayList<>();
        for (String path : source.rulePaths()) {
            String text = source.text(path, problems);
            RuleFile file = text == null ? null : file(path, text, problems);
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    /** The rules of a ruleset that was compiled, taken apart; in the order of their numbers. */
    static Anatomy anatomy(RulesetSource source) {
        List<RuleParts> parts = new ArrayList<>();
        List<PackageDescr> contents = new ArrayList<>();
        for (RuleFile file : parse(source, new ArrayList<>())) {
            contents.add(file.content());
            for (RuleDescr rule : file.content().getRules()) {
                RuleInfo info = new Located(file, rule).info();
                parts.add(ConditionReader.read(parts.size(), info, rule, file.text()));
            }
        }
        return new Anatomy(List.copyOf(parts), ImportedNames.of(contents));
    }

    /** One rule file by its text; null, with problems added, when it cannot be read as one. */
    static @Nullable RuleFile file(String path, String text, List<RulesetProblem> problems) {
        if (problems.addAll(SourceText.check(path, text))) {
            return null;
        }
        PackageDescr content = parse(path, text, problems);
        return content == null ? null : new RuleFile(path, text, content);
    }

    private static @Nullable PackageDescr parse(String path, String text, List<RulesetProblem> problems) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr content = null;
        String thrown = null;
        try {
            content = parser.parse(false, text);
        } catch (DroolsParserException | RuntimeException e) {
            // The parser throws on some texts instead of reporting an error; either way it is the file that is wrong.
            thrown = String.valueOf(e.getMessage());
        }
        for (DroolsError error : parser.getErrors()) {
            int line = error instanceof ParserError at ? at.getRow() : 0;
            int column = error instanceof ParserError at ? Math.max(0, at.getCol() + 1) : 0;
            problems.add(syntax(path, line, column, error.getMessage()));
        }
        if (content == null && parser.getErrors().isEmpty()) {
            problems.add(syntax(path, 0, 0, thrown == null ? "the file cannot be read as rules" : thrown));
        }
        return parser.hasErrors() ? null : content;
    }

    private static RulesetProblem syntax(String path, int line, int column, String detail) {
        String plain = detail.strip().replaceAll("\\s+", " ");
        return new RulesetProblem(
                path,
                line,
                column,
                new Text(
                        "规则语法有误:" + plain + "。请检查这里及上一行的括号、引号、逗号和关键字",
                        "the rule's syntax is wrong: " + plain
                                + ". Check brackets, quotes, commas and keywords here and on the line above"));
    }
}
