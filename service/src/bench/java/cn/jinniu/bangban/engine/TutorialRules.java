package cn.jinniu.bangban.engine;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.CodePoints;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.ruleset.RulesetData;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import cn.jinniu.bangban.ruleset.RulesetSource;
import cn.jinniu.bangban.vocabulary.AnswerContext;
import cn.jinniu.bangban.vocabulary.Answers;
import cn.jinniu.bangban.vocabulary.AsOf;
import cn.jinniu.bangban.vocabulary.Records;
import cn.jinniu.bangban.vocabulary.ReportingMonth;
import cn.jinniu.bangban.vocabulary.ReportingQuarter;
import cn.jinniu.bangban.vocabulary.ReportingYear;
import cn.jinniu.bangban.vocabulary.RuleOrigin;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.drools.compiler.builder.impl.KnowledgeBuilderImpl;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;

/**
 * The same rules decided the way a Drools tutorial shows: one knowledge base with Drools' own defaults, a new session
 * for each request, every fact of the request inserted, globals set, {@code fireAllRules}, {@code dispose}. What the
 * service does to be faster, or to be safe, is not here: no sandbox, no counting of what a rule takes, no sessions used
 * again.
 *
 * <p>Two things cannot be left out, for without them the answers would be wrong: the order of reasoning as salience, and
 * the word to the sink of answers which rule fires.
 *
 * <p>Kept as it is when the engine changes: it is the yardstick.
 */
public final class TutorialRules {
    private final String version;
    private final RulesetData data;
    private final KieBase base;
    private final AnswerContext context;

    private TutorialRules(String version, RulesetData data, KieBase base, List<RuleOrigin> origins) {
        this.version = version;
        this.data = data;
        this.base = base;
        Map<String, List<String>> grounds = new LinkedHashMap<>();
        data.catalogue()
                .determinations()
                .forEach((code, entry) ->
                        grounds.put(code, List.copyOf(entry.grounds().keySet())));
        this.context = new AnswerContext(
                origins,
                data.directory().units(),
                grounds,
                data.catalogue().obligations().keySet(),
                data.catalogue().alerts().keySet());
    }

    /** Builds the rules of a rules folder, which must be without problems. */
    public static TutorialRules of(RulesetSource source) {
        List<RulesetProblem> problems = new ArrayList<>();
        List<RuleFile> files = RuleFileParser.parse(source, problems);
        RulesetData data = RulesetData.read(source, problems);
        PackageDescr all = merge(files);
        List<RuleOrigin> origins = new ArrayList<>();
        prepare(all, origins);
        KnowledgeBuilderImpl builder = (KnowledgeBuilderImpl) KnowledgeBuilderFactory.newKnowledgeBuilder();
        builder.addPackage(all);
        if (builder.hasErrors() || !problems.isEmpty()) {
            throw new IllegalStateException(problems + " " + ((KnowledgeBuilder) builder).getErrors());
        }
        return new TutorialRules(source.version(), data, ((KnowledgeBuilder) builder).newKieBase(), origins);
    }

    private static PackageDescr merge(List<RuleFile> files) {
        PackageDescr all = new PackageDescr("tutorial");
        Set<String> globals = new LinkedHashSet<>();
        for (RuleFile file : files) {
            PackageDescr content = file.content();
            content.getImports().forEach(all::addImport);
            content.getFunctionImports().forEach(all::addFunctionImport);
            content.getAccumulateImports().forEach(all::addAccumulateImport);
            content.getFunctions().forEach(all::addFunction);
            content.getTypeDeclarations().forEach(all::addTypeDeclaration);
            content.getEnumDeclarations().forEach(all::addEnumDeclaration);
            content.getGlobals().stream()
                    .filter(global -> globals.add(global.getIdentifier()))
                    .forEach(all::addGlobal);
            content.getRules().forEach(all::addRule);
        }
        return all;
    }

    private static void prepare(PackageDescr all, List<RuleOrigin> origins) {
        List<RuleDescr> rules = all.getRules();
        TypeNames types = new TypeNames(all);
        List<List<RuleReads>> reads = rules.stream().map(RuleReads::of).toList();
        List<List<String>> gives = rules.stream().map(RuleGives::of).toList();
        Strata strata = new Strata(
                rules.size(),
                (giver, reader) -> reads.get(reader).stream()
                        .anyMatch(read ->
                                gives.get(giver).stream().anyMatch(given -> types.matches(read.type(), given))));
        for (int number = 0; number < rules.size(); number++) {
            RuleDescr rule = rules.get(number);
            rule.addAttribute(new AttributeDescr("salience", String.valueOf(-strata.level(number))));
            rule.addAttribute(new AttributeDescr("dialect", "java", AttributeDescr.Type.STRING));
            rule.setConsequence("answers.begin(" + number + ");" + rule.getConsequence() + "\nanswers.end();");
            String clause = String.valueOf(rule.getAnnotation("clause").getSingleValue());
            origins.add(new RuleOrigin(rule.getName(), clause.replace("\"", "")));
        }
    }

    /** Decides in a session of its own. */
    public Decision decide(CaseFile facts) {
        CaseFile seen = facts.seen();
        KieSession session = base.newKieSession();
        try {
            Answers answers = new Answers(context, seen.asOf(), session::insert, rule -> {});
            session.setGlobal("asOf", seen.asOf());
            session.setGlobal("calendar", data.calendar());
            session.setGlobal("parameters", data.parameters().on(seen.asOf()));
            session.setGlobal("sectors", data.sectors());
            session.setGlobal("units", data.directory());
            session.setGlobal("owners", data.ownerPrecedence());
            session.setGlobal("records", new Records(seen));
            session.setGlobal("answers", answers);
            insert(seen, session);
            session.fireAllRules();
            return new Decision(
                    seen.asOf(),
                    data.catalogue().rulesetId(),
                    version,
                    sorted(answers.determinations(), Determination::code, Determination::subject, answer -> ""),
                    sorted(answers.obligations(), Obligation::code, Obligation::subject, Obligation::id),
                    sorted(answers.alerts(), Alert::code, Alert::subject, Alert::id));
        } finally {
            session.dispose();
        }
    }

    private static void insert(CaseFile seen, KieSession session) {
        session.insert(new AsOf(seen.asOf(), seen.reportingFrom()));
        for (Project project : seen.projects()) {
            session.insert(project);
            project.listings().forEach(session::insert);
        }
        seen.appointments().forEach(session::insert);
        seen.ownerContacts().forEach(session::insert);
        seen.serviceRequests().forEach(session::insert);
        seen.approvals().forEach(session::insert);
        seen.difficulties().forEach(session::insert);
        seen.reports().forEach(session::insert);
        seen.followUpVisits().forEach(session::insert);
        District district = seen.district();
        if (district != null) {
            session.insert(district);
            district.keyProjectLists().forEach(session::insert);
            district.trainingPlans().forEach(session::insert);
            for (Training training : district.trainings()) {
                session.insert(training);
                training.trainers().forEach(session::insert);
            }
            district.bulletins().forEach(session::insert);
        }
        periods(seen, session);
    }

    private static void periods(CaseFile seen, KieSession session) {
        Set<Object> periods = new LinkedHashSet<>();
        YearMonth last = YearMonth.from(seen.asOf());
        for (YearMonth month = seen.reportingFrom(); !month.isAfter(last); month = month.plusMonths(1)) {
            periods.add(new ReportingMonth(month));
            periods.add(new ReportingQuarter(month.getYear(), (month.getMonthValue() + 2) / 3));
            periods.add(new ReportingYear(month.getYear()));
        }
        periods.forEach(session::insert);
    }

    private static <T> List<T> sorted(
            Collection<T> answers, Function<T, String> code, Function<T, Subject> subject, Function<T, String> id) {
        return answers.stream()
                .sorted(Comparator.comparing(code, CodePoints.ORDER)
                        .thenComparing(answer -> subject.apply(answer).type(), CodePoints.ORDER)
                        .thenComparing(answer -> subject.apply(answer).id(), CodePoints.ORDER)
                        .thenComparing(id, CodePoints.ORDER))
                .toList();
    }
}
