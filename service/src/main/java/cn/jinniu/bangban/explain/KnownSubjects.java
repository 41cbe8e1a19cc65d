package cn.jinniu.bangban.explain;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.Unit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The things that answers on a request can be about, by the contract's subject types; those known only later too. */
final class KnownSubjects {
    private final Map<String, Set<String>> ids = new LinkedHashMap<>();

    /** @param districts ids that rules give districts */
    KnownSubjects(CaseFile facts, Collection<Unit> units, Set<String> districts) {
        all("project", facts.projects(), Project::id);
        all("serviceRequest", facts.serviceRequests(), ServiceRequest::id);
        all("approval", facts.approvals(), Approval::id);
        all("difficulty", facts.difficulties(), Difficulty::id);
        all("report", facts.reports(), Report::id);
        all("followUpVisit", facts.followUpVisits(), FollowUpVisit::id);
        all("unit", units, Unit::id);
        all("commissioner", facts.appointments(), Appointment::commissioner);
        all("commissioner", facts.reports(), Report::commissioner);
        all("commissioner", facts.serviceRequests(), ServiceRequest::commissioner);
        District district = facts.district();
        all(
                "keyProjectList",
                district == null ? List.of() : district.keyProjectLists(),
                list -> list.level() + "-" + list.year());
        all("training", district == null ? List.of() : district.trainings(), Training::id);
        all("district", districts, Function.identity());
    }

    private <T> void all(String type, Collection<T> facts, Function<T, @Nullable String> id) {
        Stream<String> found = facts.stream().map(id).filter(Objects::nonNull).map(Objects::requireNonNull);
        Set<String> known = ids.computeIfAbsent(type, absent -> new LinkedHashSet<>());
        found.forEach(known::add);
    }

    Set<String> of(String type) {
        return ids.getOrDefault(type, Set.of());
    }
}
