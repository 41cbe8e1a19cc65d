package cn.jinniu.bangban.engine.lint;

import cn.jinniu.bangban.engine.sandbox.GuardedFile;
import cn.jinniu.bangban.engine.sandbox.Token;
import cn.jinniu.bangban.engine.sandbox.Tokens;
import cn.jinniu.bangban.ruleset.PlaceholderUse;
import cn.jinniu.bangban.ruleset.ProblemKind;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.RuleDescr;

/** Checks rule files for what would build and yet be wrong. */
public final class Lints {
    private static final Pattern INSERTED = Pattern.compile("\\bnew\\s+([\\w.]+)");

    private Lints() {}

    /**
     * Checks all files of a ruleset together.
     *
     * @param files what could be read of them
     * @param lost the text of what could not
     * @param given the facts a decision begins with
     * @param gives the types of facts that a rule's consequence gives
     * @return errors and warnings
     */
    public static List<RulesetProblem> check(
            List<GuardedFile> files,
            String lost,
            RulesetSource source,
            RulesetData data,
            GivenFacts given,
            Function<RuleDescr, List<String>> gives) {
        return check(files, lost, source, data, given, gives, "");
    }

    /**
     * Checks a ruleset of which one file is changed, and which had no errors before: finds the same errors as
     * {@link #check}, and not all of what is only warned of.
     *
     * @param changed path of that file
     */
    public static List<RulesetProblem> errorsOf(
            String changed,
            List<GuardedFile> files,
            RulesetSource source,
            RulesetData data,
            GivenFacts given,
            Function<RuleDescr, List<String>> gives) {
        return check(files, "", source, data, given, gives, changed);
    }

    /** @param changed empty to look at all files, and else the only one that may have errors of its own */
    private static List<RulesetProblem> check(
            List<GuardedFile> files,
            String lost,
            RulesetSource source,
            RulesetData data,
            GivenFacts given,
            Function<RuleDescr, List<String>> gives,
            String changed) {
        Types types = new Types(files);
        Map<String, Notes> notes = new LinkedHashMap<>();
        Map<RuleShape, List<String>> givenByRules = new LinkedHashMap<>();
        Map<RuleShape, List<Answer>> answers = new LinkedHashMap<>();
        for (GuardedFile file : files) {
            notes.put(file.path(), new Notes(file.path(), file.text()));
            for (RuleDescr rule : file.content().getRules()) {
                RuleShape shape = new RuleShape(file, rule, types);
                givenByRules.put(shape, gives.apply(rule));
                String consequence = String.valueOf(rule.getConsequence());
                answers.put(
                        shape,
                        Brackets.match(consequence) ? Answer.in(consequence, shape.consequenceStart()) : List.of());
            }
        }
        List<RuleShape> rules = List.copyOf(givenByRules.keySet());
        Knowledge knowledge = new Knowledge(types, given, rules, givenByRules, inserted(lost));
        PlainFileValues known = new PlainFileValues(data);
        for (RuleShape rule : rules) {
            Notes its = notes.get(rule.file().path());
            if (!changed.isEmpty() && !rule.file().path().equals(changed)) {
                // What it waits for may be given by the changed file, and no more.
                new NeverFires(its, types, knowledge, rule).check();
                continue;
            }
            int before = its.all().size();
            new TypeCheck(its, types, known, rule).check();
            if (its.all().size() == before) {
                // What a misspelt name was meant to join cannot be told.
                new Unjoined(its, knowledge, rule).check();
            }
            new NeverFires(its, types, knowledge, rule).check();
            String consequence = String.valueOf(rule.rule().getConsequence());
            if (Brackets.match(consequence)) {
                new ConsequenceTypes(its, types, rule, rule.consequenceStart(), consequence).check();
            }
            new AnswerCheck(data, its).check(answers.getOrDefault(rule, List.of()));
        }
        for (GuardedFile file : files) {
            if (!changed.isEmpty() && !file.path().equals(changed)) {
                continue;
            }
            Notes its = notes.get(file.path());
            List<Token> tokens = Tokens.of(file.text());
            new NameCheck(data, its).check(tokens);
            new DayCheck(its).check(tokens);
            if (tokens.size() == 1 && !file.text().isEmpty()) {
                its.add(
                        ProblemKind.NO_RULE,
                        0,
                        file.text().length(),
                        "文件里只有注释，没有规则；不要的文件请删除，要停用一条规则也可以这样保留，但它不起作用",
                        "there are comments in the file, and no rule; delete it if it is not wanted. Rules kept as comments"
                                + " do nothing");
            }
        }
        if (!changed.isEmpty()) {
            List<RulesetProblem> errors = new ArrayList<>();
            notes.values().forEach(each -> errors.addAll(each.all()));
            return errors;
        }
        if (!data.directory().units().isEmpty()) {
            // Where the directory could not be read, nobody knows whose ids are of which kind.
            new Conflicts(notes, types, knowledge, data.directory().units()).check(answers);
        }
        List<RulesetProblem> all = new ArrayList<>();
        notes.values().forEach(each -> all.addAll(each.all()));
        if (lost.isEmpty()) {
            all.addAll(Placeholders.check(PlaceholderUse.of(source), answers.values()));
        }
        all.addAll(UnreadParameters.check(
                data.parameters().all().keySet(),
                textOf(source, "parameters.yaml"),
                files.stream().map(GuardedFile::text).toList()));
        return all;
    }

    private static Set<String> inserted(String lost) {
        Matcher made = INSERTED.matcher(lost);
        Set<String> types = new HashSet<>();
        while (made.find()) {
            types.add(made.group(1));
        }
        if (lost.contains("answers")) {
            types.add("Duty");
            types.add("PostToFill");
        }
        return types;
    }

    private static String textOf(RulesetSource source, String path) {
        String text = source.bytes(path) == null ? null : source.text(path, new ArrayList<>());
        return text == null ? "" : text;
    }
}
