package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.lint.Blocks.Block;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.util.List;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.jspecify.annotations.Nullable;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * A rule file, read. Where it is broken, it is read piece by piece, so that each broken piece is reported, and the others
 * are checked all the same.
 *
 * @param content what could be read
 * @param lost the text of the pieces that could not
 * @param problems one for each of those
 */
public record RuleText(PackageDescr content, String lost, List<RulesetProblem> problems) {

    /** @param text with half-width punctuation, and without what no parser should be given */
    public static RuleText read(String path, String text) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr content = parse(parser, text);
        List<Block> blocks = Blocks.of(text);
        long rules = blocks.stream()
                .filter(block -> block.kind() == Blocks.Kind.RULE)
                .count();
        boolean stray = blocks.stream().anyMatch(block -> block.kind() == Blocks.Kind.STRAY);
        if (content != null
                && !parser.hasErrors()
                && (!stray && rules <= content.getRules().size())) {
            return new RuleText(content, "", List.of());
        }
        return (long) blocks.size() * text.length() > MOST_WORK
                ? whole(path, text, parser.getErrors())
                : pieces(path, text, blocks);
    }

    private static RuleText whole(String path, String text, List<DroolsError> errors) {
        Notes notes = new Notes(path, text);
        errors.forEach(error -> ParserWords.note(error, text, 0, notes));
        if (errors.isEmpty()) {
            unreadable(new Block(Blocks.Kind.STRAY, 0, text.length()), notes);
        }
        return new RuleText(new PackageDescr(""), text, notes.all());
    }

    /** Reading it piece by piece costs its length for each piece. */
    private static final long MOST_WORK = 100_000_000;

    private static RuleText pieces(String path, String text, List<Block> blocks) {
        Notes notes = new Notes(path, text);
        PackageDescr all = new PackageDescr("");
        StringBuilder lost = new StringBuilder();
        for (Block block : blocks) {
            DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
            PackageDescr content = block.kind() == Blocks.Kind.STRAY ? null : parse(parser, block.alone(text));
            if (content != null && !parser.hasErrors()) {
                add(content, all);
                continue;
            }
            lost.append(block.in(text)).append('\n');
            if (!Structure.explain(text, block, notes)) {
                List<DroolsError> errors = parser.getErrors();
                if (errors.isEmpty()) {
                    unreadable(block, notes);
                } else {
                    ParserWords.note(errors.get(0), text, block.start(), notes);
                }
            }
        }
        return new RuleText(all, lost.toString(), notes.all());
    }

    private static void unreadable(Block block, Notes notes) {
        notes.add(
                ProblemKind.SYNTAX,
                block.start(),
                block.start() + 4,
                "从这里开始的内容读不懂；请对照别的规则检查",
                "what begins here cannot be read; check it against another rule");
    }

    private static @Nullable PackageDescr parse(DrlParser parser, String text) {
        try {
            return parser.parse(false, text);
        } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
            // The parser throws on some texts instead of reporting an error; either way it is the text that is wrong.
            return null;
        }
    }

    private static void add(PackageDescr content, PackageDescr all) {
        if (content.getName() != null && !content.getName().isEmpty()) {
            all.setName(content.getName());
        }
        content.getImports().forEach(all::addImport);
        content.getFunctionImports().forEach(all::addFunctionImport);
        content.getAccumulateImports().forEach(all::addAccumulateImport);
        content.getFunctions().forEach(all::addFunction);
        content.getTypeDeclarations().forEach(all::addTypeDeclaration);
        content.getEnumDeclarations().forEach(all::addEnumDeclaration);
        content.getGlobals().forEach(all::addGlobal);
        content.getAttributes().forEach(all::addAttribute);
        content.getEntryPointDeclarations().forEach(all::addEntryPointDeclaration);
        content.getWindowDeclarations().forEach(all::addWindowDeclaration);
        content.getRules().forEach(all::addRule);
        if (content.getUnit() != null) {
            all.setUnit(content.getUnit());
        }
    }

    /** Broken pieces that declare something; what uses it cannot be judged. */
    public boolean lostDeclarations() {
        return lost.lines().anyMatch(line -> line.strip().matches("(?:import|global|declare|function|package)\\b.*"));
    }
}
