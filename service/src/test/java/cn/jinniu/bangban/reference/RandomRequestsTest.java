package cn.jinniu.bangban.reference;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Suspension;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Random requests")
class RandomRequestsTest {
    private static final int CASES = 2_000;

    private static List<RandomRequests.Case> cases(int count) {
        return LongStream.range(0, count).mapToObj(RandomRequests::of).toList();
    }

    @Test
    @DisplayName("are the same for the same seed, and others for another")
    void repeatable() {
        assertThat(RandomRequests.of(7)).isEqualTo(RandomRequests.of(7));
        assertThat(RandomRequests.of(7).json())
                .isNotEqualTo(RandomRequests.of(8).json());
    }

    @Test
    @DisplayName("say the same as JSON as they do as records")
    void jsonSaysTheSame() {
        for (RandomRequests.Case request : cases(CASES)) {
            CaseFile read = CaseFileJson.parse(request.json(), ReferenceData.UNITS);
            assertThat(CaseFileJson.write(read)).isEqualTo(CaseFileJson.write(request.facts()));
        }
    }

    @Test
    @DisplayName("are valid: days of 2024–2027, ids unique, dates the right way round")
    void valid() {
        for (RandomRequests.Case request : cases(CASES)) {
            CaseFile facts = request.facts();
            assertThat(facts.asOf()).isBetween(LocalDate.of(2024, 1, 1), LocalDate.of(2027, 12, 31));
            YearMonth month = YearMonth.from(facts.asOf());
            assertThat(facts.reportingFrom()).isBetween(month.minusMonths(60), month);
            assertIds(facts.projects(), Project::id);
            assertIds(facts.appointments(), Appointment::id);
            assertIds(facts.ownerContacts(), OwnerContact::id);
            assertIds(facts.serviceRequests(), ServiceRequest::id);
            assertIds(facts.approvals(), Approval::id);
            assertIds(facts.difficulties(), Difficulty::id);
            assertIds(facts.reports(), Report::id);
            assertIds(facts.followUpVisits(), FollowUpVisit::id);
            facts.appointments().forEach(fact -> assertOrder(fact.appointedOn(), fact.endedOn()));
            facts.difficulties().forEach(fact -> assertOrder(fact.raisedOn(), fact.resolvedOn()));
            facts.followUpVisits().forEach(fact -> assertOrder(fact.visitedOn(), fact.recordedOn()));
            for (Approval approval : facts.approvals()) {
                assertOrder(approval.acceptedOn(), approval.completedOn());
                for (Suspension suspension : approval.suspensions()) {
                    assertOrder(suspension.from(), suspension.to());
                }
            }
        }
    }

    private static <T> void assertIds(List<T> facts, Function<T, String> id) {
        List<String> ids = facts.stream().map(id).toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).isNotBlank().hasSizeLessThanOrEqualTo(64));
    }

    private static void assertOrder(LocalDate first, @Nullable LocalDate second) {
        if (second != null) {
            assertThat(second).isAfterOrEqualTo(first);
        }
    }

    @Test
    @DisplayName("meet every determination, every obligation in every status it can have, and every alert")
    void meetEverything() {
        Set<String> met = new TreeSet<>();
        ReferenceDecider decider = ReferenceData.decider();
        for (RandomRequests.Case request : cases(CASES)) {
            Decision decision = decider.decide(request.facts());
            decision.determinations().forEach(found -> met.addAll(signs(found)));
            decision.obligations().forEach(owed -> met.add(sign(owed)));
            decision.alerts().forEach(alert -> met.add(sign(alert)));
        }
        assertThat(met).containsAll(expected());
    }

    private static List<String> signs(Determination found) {
        boolean named = found.value() instanceof String;
        List<String> signs = new ArrayList<>();
        signs.add(found.code() + ' ' + (named ? "named" : found.value()) + ' ' + found.clause());
        found.grounds().forEach(ground -> signs.add(found.code() + ' ' + ground));
        return signs;
    }

    private static String sign(Obligation owed) {
        String late = owed.daysLate() > 0 ? " late" : "";
        return owed.code() + ' ' + owed.status() + late + (owed.provisional() ? " provisional" : "");
    }

    private static String sign(Alert alert) {
        return alert.code() + ' ' + alert.severity();
    }

    private static List<String> expected() {
        List<String> expected = new ArrayList<>(List.of(
                "KEY_PROJECT true 3.1.1",
                "KEY_PROJECT true 3.1.2",
                "KEY_PROJECT false 3.1.1",
                "KEY_PROJECT NATIONAL",
                "KEY_PROJECT PROVINCIAL",
                "KEY_PROJECT MUNICIPAL",
                "KEY_PROJECT DISTRICT",
                "KEY_PROJECT MAJOR_INVESTMENT",
                "CASE_OWNER null 5.2",
                "CASE_OWNER named 4.4",
                "CASE_OWNER named 4.7",
                "CASE_OWNER named 4.8",
                "CASE_OWNER named 4.9",
                "CASE_OWNER RECORDED",
                "CASE_OWNER ZONE",
                "CASE_OWNER SUBDISTRICT",
                "CASE_OWNER SECTOR",
                "CASE_OWNER ENTERPRISE",
                "GREEN_CHANNEL true 3.3.1a",
                "GREEN_CHANNEL false 3.3.1a",
                "JOINT_MEETING true 3.3.1c",
                "JOINT_MEETING false 3.3.1c",
                "JOINT_MEETING REQUESTED",
                "JOINT_MEETING MULTI_DEPARTMENT",
                "JOINT_MEETING LONG_OPEN"));
        for (String code : List.of(
                "ARRANGE_COMMISSIONER",
                "ARRANGE_TRAINER",
                "ASSIGN_COMMISSIONER",
                "CONNECT_SERVICE_ROOM",
                "CONTACT_OWNER",
                "CONVENE_JOINT_MEETING",
                "COORDINATE_DIFFICULTY",
                "DECIDE_ON_THE_SPOT",
                "DECIDE_WITHIN_COMMITMENT",
                "DESIGNATE_BACKUP",
                "DESIGNATE_DEDICATED",
                "DRAW_UP_TRAINING_PLAN",
                "EVIDENCE_REPORT",
                "FOLLOW_UP_VISIT",
                "GUIDE_APPLICATION",
                "HAND_OVER_LAND",
                "HOLD_TRAINING",
                "INFORM_ONCE",
                "ISSUE_BULLETIN",
                "OPEN_GREEN_CHANNEL",
                "PROGRESS_REPORT",
                "PROVIDE_LAND_CONDITIONS",
                "PROVIDE_PROJECT_LIST",
                "RECORD_FOLLOW_UP",
                "SERVICE_REPORT",
                "UNDERSTAND_REQUEST",
                "URGE_APPROVAL")) {
            expected.addAll(List.of(code + " FULFILLED", code + " PENDING", code + " OVERDUE late"));
            // Only a training held in the quarter counts, so none is late.
            if (!code.equals("HOLD_TRAINING")) {
                expected.add(code + " FULFILLED late");
            }
            if (!code.equals("HOLD_TRAINING") && !code.equals("DRAW_UP_TRAINING_PLAN")) {
                expected.add(code + " OVERDUE late provisional");
            }
        }
        for (String code : List.of(
                "AUDIT_PROJECT",
                "COORDINATE_APPROVALS",
                "LIAISE_LAND_OWNER",
                "MANAGE_FUNDS",
                "MANAGE_PROJECT",
                "RUN_SERVICE_ROOM",
                "SUPERVISE_CONSTRUCTION",
                "TRACK_PROJECT")) {
            expected.add(code + " STANDING");
        }
        expected.add("DECIDE_WITHIN_COMMITMENT SUSPENDED");
        for (String code : List.of("REPORT_LATE", "COMMISSIONER_MISSING", "APPROVAL_OVERDUE", "OBLIGATION_OVERDUE")) {
            expected.addAll(List.of(code + " WARNING", code + " CRITICAL"));
        }
        expected.addAll(List.of(
                "REPORT_LATE INFO",
                "DUE_SOON INFO",
                "JOINT_MEETING_NEEDED WARNING",
                "OWNER_UNDETERMINED WARNING",
                "NO_COMMISSIONER WARNING",
                "COMMISSIONER_CHURN WARNING",
                "OUT_OF_SCOPE INFO"));
        return expected;
    }

    @Test
    @DisplayName("can be large: some fifteen facts for each of two thousand projects")
    void large() {
        CaseFile facts = RandomRequests.of(1, 2_000).facts();
        assertThat(facts.projects()).hasSize(2_000);
        int count = facts.appointments().size()
                + facts.ownerContacts().size()
                + facts.serviceRequests().size()
                + facts.approvals().size()
                + facts.difficulties().size()
                + facts.reports().size()
                + facts.followUpVisits().size();
        assertThat(count).isBetween(26_000, 34_000);
    }
}
