package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who should be told what (§7). */
final class Alerts {
    private static final String ROOM = "service-room";

    private final AsOf asOf;
    private final ReferenceCalendar calendar;
    private final List<Alert> raised = new ArrayList<>();

    Alerts(AsOf asOf, ReferenceCalendar calendar) {
        this.asOf = asOf;
        this.calendar = calendar;
    }

    List<Alert> raised() {
        return raised;
    }

    void about(List<Obligation> obligations, List<Determination> determinations) {
        Set<String> meetingsNeeded = new HashSet<>();
        for (Determination determination : determinations) {
            if (determination.code().equals("JOINT_MEETING") && Boolean.TRUE.equals(determination.value())) {
                meetingsNeeded.add(determination.subject().id());
            }
        }
        for (Obligation obligation : obligations) {
            about(obligation);
            if (obligation.code().equals("CONVENE_JOINT_MEETING")
                    && obligation.status() != Status.FULFILLED
                    && meetingsNeeded.contains(obligation.subject().id())) {
                List<String> addressees = new ArrayList<>(obligation.attendees());
                addressees.add(ROOM);
                raise("JOINT_MEETING_NEEDED", Severity.WARNING, obligation, addressees);
            }
        }
    }

    private void about(Obligation obligation) {
        List<String> bearerAndRoom = List.of(obligation.bearer(), ROOM);
        switch (obligation.status()) {
            case OVERDUE -> raise(overdueCode(obligation), overdueSeverity(obligation), obligation, bearerAndRoom);
            case FULFILLED -> {
                if (isReport(obligation) && obligation.daysLate() > 0) {
                    raise("REPORT_LATE", Severity.INFO, obligation, bearerAndRoom);
                }
            }
            case PENDING -> {
                LocalDate soon = asOf.day().plusDays(Limits.DUE_SOON_CALENDAR_DAYS);
                if (!obligation.due().isAfter(soon)) {
                    raise("DUE_SOON", Severity.INFO, obligation, List.of(obligation.bearer()));
                }
            }
            case STANDING, SUSPENDED -> {
                // Nothing is late, and nothing will be soon.
            }
        }
    }

    private static boolean isReport(Obligation obligation) {
        return switch (obligation.code()) {
            case "SERVICE_REPORT", "EVIDENCE_REPORT", "PROGRESS_REPORT" -> true;
            default -> false;
        };
    }

    private static String overdueCode(Obligation obligation) {
        return switch (obligation.code()) {
            case "SERVICE_REPORT", "EVIDENCE_REPORT", "PROGRESS_REPORT" -> "REPORT_LATE";
            case "ASSIGN_COMMISSIONER", "ARRANGE_COMMISSIONER", "DESIGNATE_DEDICATED" -> "COMMISSIONER_MISSING";
            case "DECIDE_ON_THE_SPOT", "DECIDE_WITHIN_COMMITMENT" -> "APPROVAL_OVERDUE";
            default -> "OBLIGATION_OVERDUE";
        };
    }

    private Severity overdueSeverity(Obligation obligation) {
        int workingDays = calendar.between(obligation.due(), asOf.day());
        return workingDays >= Limits.CRITICAL ? Severity.CRITICAL : Severity.WARNING;
    }

    private void raise(String code, Severity severity, Obligation obligation, List<String> addressees) {
        raised.add(new Alert(
                code + ':' + obligation.id(),
                code,
                severity,
                Order.distinctSorted(addressees),
                obligation.subject(),
                null,
                obligation,
                obligation.clause(),
                ""));
    }

    /** @param commissionerBound whether some unit is bound to name the project's commissioner */
    void about(ProjectView view, boolean commissionerBound) {
        if (!view.key()) {
            raise("OUT_OF_SCOPE", Severity.INFO, view, List.of(), null, "3.1");
        }
        if (!view.active()) {
            return;
        }
        Unit owner = view.owner.unit();
        if (owner == null) {
            raise("OWNER_UNDETERMINED", Severity.WARNING, view, List.of(ROOM), null, "5.2");
        }
        if (view.responsibleSince() != null && view.commissioner() == null && !commissionerBound) {
            List<String> addressees = owner == null ? List.of(ROOM) : List.of(owner.id(), ROOM);
            raise("NO_COMMISSIONER", Severity.WARNING, view, addressees, null, "3.4.0");
        }
        churn(view);
    }

    private void churn(ProjectView view) {
        LocalDate longAgo = asOf.day().minusDays(Limits.CHURN_CALENDAR_DAYS);
        Map<Unit, Integer> endings = new HashMap<>();
        for (Appointment appointment : view.appointments) {
            LocalDate ended = asOf.seen(appointment.endedOn());
            if (appointment.role() == Role.PRIMARY && ended != null && ended.isAfter(longAgo)) {
                endings.merge(appointment.unit(), 1, Integer::sum);
            }
        }
        endings.forEach((unit, times) -> {
            if (times >= Limits.CHURN_ENDINGS) {
                raise("COMMISSIONER_CHURN", Severity.WARNING, view, List.of(unit.id(), ROOM), unit, "5.3");
            }
        });
    }

    private void raise(
            String code,
            Severity severity,
            ProjectView view,
            List<String> addressees,
            @Nullable Unit unit,
            String clause) {
        String id = code + ":project:" + view.id();
        raised.add(new Alert(
                unit == null ? id : id + ':' + unit.id(),
                code,
                severity,
                Order.distinctSorted(addressees),
                new Subject("project", view.id(), null),
                unit == null ? null : unit.id(),
                null,
                clause,
                ""));
    }
}
