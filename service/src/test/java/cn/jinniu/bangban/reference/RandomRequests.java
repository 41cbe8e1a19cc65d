package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ServiceRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * Random requests that are valid by the contract, each named by its seed: days in 2024–2027 that gather where the
 * policy's limits are, every kind of fact, facts that meet, and facts that only seem to.
 */
public final class RandomRequests {
    private static final int MOST_PROJECTS = 6;

    private final Chance chance;
    private final RandomDays days;
    private final RandomNames names;
    private final RandomUnits units;
    private final RandomFacts facts;

    /**
     * A request, as records and as one of the ways to write it.
     *
     * @param json compact JSON text
     */
    public record Case(CaseFile facts, String json) {}

    private RandomRequests(Chance chance, int projects) {
        this.chance = chance;
        this.days = new RandomDays(chance);
        this.names = new RandomNames(chance, projects);
        this.units = new RandomUnits(chance);
        this.facts = new RandomFacts(chance, days, names, units);
    }

    /** The request of a seed, with 0–6 projects. */
    public static Case of(long seed) {
        Chance chance = new Chance(seed);
        return of(chance, chance.between(0, MOST_PROJECTS));
    }

    /** The request of a seed with so many projects, each with some fifteen facts. */
    public static Case of(long seed, int projects) {
        return of(new Chance(seed), projects);
    }

    private static Case of(Chance chance, int projects) {
        CaseFile facts = new RandomRequests(chance, projects).caseFile(projects);
        return new Case(facts, CaseFileJson.write(facts, chance.random));
    }

    private CaseFile caseFile(int count) {
        RandomProjects source = new RandomProjects(chance, days, names, units);
        List<Project> projects = chance.some(count, count, source::next);
        boolean small = count <= MOST_PROJECTS;

        List<Appointment> appointments = perProject(projects, small, 5, facts::appointment);
        appointments.addAll(chance.some(0, 2, () -> facts.appointment(null)));
        List<OwnerContact> contacts = perProject(projects, small, 3, facts::contact);
        List<ServiceRequest> requests = perProject(projects, small, 4, facts::request);
        List<Approval> approvals = perProject(projects, small, 5, facts::approval);
        List<Difficulty> difficulties = perProject(projects, small, 4, facts::difficulty);
        List<Report> reports = perProject(projects, small, 6, facts::report);
        reports.addAll(chance.some(0, 3, () -> facts.report(null)));
        for (Report report : List.copyOf(reports)) {
            if (chance.percent(20)) {
                reports.add(facts.again(report));
            }
        }
        return new CaseFile(
                days.asOf,
                days.reportingFrom,
                projects,
                shuffled(appointments),
                shuffled(contacts),
                shuffled(requests),
                shuffled(approvals),
                shuffled(difficulties),
                shuffled(reports),
                shuffled(facts.visits(reports)),
                new RandomDistrict(chance, days, names, units).next());
    }

    /** Up to so many facts for each project; a small request now and then has none of the kind. */
    private <T> List<T> perProject(List<Project> projects, boolean small, int most, Function<Project, T> fact) {
        List<T> all = new ArrayList<>();
        if (small && chance.percent(15)) {
            return all;
        }
        for (Project project : projects) {
            all.addAll(chance.some(0, most, () -> fact.apply(project)));
        }
        return all;
    }

    private <T> List<T> shuffled(List<T> list) {
        Collections.shuffle(list, chance.random);
        return list;
    }
}
