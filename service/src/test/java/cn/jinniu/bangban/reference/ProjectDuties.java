package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.LandMode;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.Matter;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Duties about a project that are owed once or all the time (§4). */
final class ProjectDuties {
    private final AsOf asOf;
    private final ReferenceCalendar calendar;
    private final DutyBook book;

    ProjectDuties(AsOf asOf, ReferenceCalendar calendar, DutyBook book) {
        this.asOf = asOf;
        this.calendar = calendar;
        this.book = book;
    }

    /**
     * Writes the duties about an active project.
     *
     * @return whether some unit is bound to name its commissioner
     */
    boolean about(ProjectView view) {
        boolean assigned = assignCommissioner(view);
        boolean arranged = arrangeCommissioner(view);
        designateBackup(view);
        contactOwner(view);
        standing(view);
        land(view);
        return assigned || arranged;
    }

    private DutyBook.Entry duty(String code, String clause, String bearer, ProjectView view) {
        return book.duty(code, clause, bearer, "project", view.id());
    }

    private boolean assignCommissioner(ProjectView view) {
        Unit zone = view.project.functionalZone();
        LocalDate since = view.responsibleSince();
        if (zone == null || since == null) {
            return false;
        }
        AppointmentDuty found =
                AppointmentDuty.of(view.primaryOf(zone), since, Limits.ASSIGN_COMMISSIONER, asOf, calendar);
        duty("ASSIGN_COMMISSIONER", "3.4.1", zone.id(), view).due(found.due(), found.evidence());
        return true;
    }

    private boolean arrangeCommissioner(ProjectView view) {
        Unit subdistrict = view.project.subdistrict();
        LocalDate recognised = asOf.seen(view.project.majorInvestmentRecognisedOn());
        LocalDate asked = null;
        for (ServiceRequest request : view.requests) {
            if (request.matters().contains(Matter.PLANNING) || request.matters().contains(Matter.CONSTRUCTION)) {
                asked = Days.earlier(asked, request.receivedOn());
            }
        }
        if (subdistrict == null || recognised == null || asked == null) {
            return false;
        }
        AppointmentDuty found = AppointmentDuty.of(
                view.primaryOf(subdistrict),
                Days.later(asked, recognised),
                Limits.ARRANGE_COMMISSIONER,
                asOf,
                calendar);
        duty("ARRANGE_COMMISSIONER", "3.4.2", subdistrict.id(), view).due(found.due(), found.evidence());
        return true;
    }

    private void designateBackup(ProjectView view) {
        Map<Unit, LocalDate> primarySince = new LinkedHashMap<>();
        Map<Unit, Set<String>> primaries = new HashMap<>();
        for (Appointment appointment : view.appointments) {
            if (appointment.role() == Role.PRIMARY && view.current(appointment)) {
                primarySince.merge(appointment.unit(), appointment.appointedOn(), Days::earlier);
                primaries
                        .computeIfAbsent(appointment.unit(), unit -> new HashSet<>())
                        .add(appointment.commissioner());
            }
        }
        Map<Unit, LocalDate> backedUp = new HashMap<>();
        for (Appointment appointment : view.appointments) {
            if (appointment.role() == Role.BACKUP
                    && view.current(appointment)
                    && !primaries.getOrDefault(appointment.unit(), Set.of()).contains(appointment.commissioner())) {
                backedUp.merge(appointment.unit(), appointment.appointedOn(), Days::earlier);
            }
        }
        primarySince.forEach((unit, since) -> duty("DESIGNATE_BACKUP", "5.3", unit.id(), view)
                .due(calendar.dueAfter(since, Limits.DESIGNATE_BACKUP), backedUp.get(unit)));
    }

    private void contactOwner(ProjectView view) {
        Appointment commissioner = view.commissioner();
        List<Listing> inForce = view.status.inForce();
        if (commissioner == null || inForce.isEmpty()) {
            return;
        }
        int year = inForce.stream().mapToInt(Listing::year).max().getAsInt();
        LocalDate listed = null;
        for (Listing listing : inForce) {
            if (listing.year() == year) {
                listed = Days.earlier(listed, listing.issuedOn());
            }
        }
        LocalDate contacted = null;
        for (OwnerContact contact : view.contacts) {
            if (Days.atOrAfter(contact.contactedOn(), listed)) {
                contacted = Days.earlier(contacted, contact.contactedOn());
            }
        }
        LocalDate from = Days.later(listed, commissioner.appointedOn());
        duty("CONTACT_OWNER", "3.5.0", commissioner.unit().id(), view)
                .assignee(commissioner.commissioner())
                .period(String.valueOf(year))
                .due(calendar.dueAfter(from, Limits.CONTACT_OWNER), contacted);
    }

    private void standing(ProjectView view) {
        Unit owner = view.owner.unit();
        String tracking = view.owner.trackingClause();
        if (owner != null && tracking != null) {
            duty("TRACK_PROJECT", tracking, owner.id(), view).standing();
        }
        for (Unit enterprise : view.enterprises()) {
            duty("MANAGE_PROJECT", "4.9", enterprise.id(), view).standing();
        }
        duty("SUPERVISE_CONSTRUCTION", "4.1b", "development-reform-bureau", view)
                .standing();
        if (view.project.governmentInvested()) {
            duty("MANAGE_FUNDS", "4.2", "finance-bureau", view).standing();
            duty("AUDIT_PROJECT", "4.3", "audit-bureau", view).standing();
        }
        if (hasOpenApproval(view)) {
            duty("COORDINATE_APPROVALS", "4.5b", "approval-bureau", view).standing();
        }
    }

    private boolean hasOpenApproval(ProjectView view) {
        for (Approval approval : view.approvals) {
            if (!asOf.shows(approval.completedOn())) {
                return true;
            }
        }
        return false;
    }

    private void land(ProjectView view) {
        Project project = view.project;
        LocalDate signed = asOf.seen(project.landContractSignedOn());
        LocalDate handedOver = asOf.seen(project.landHandedOverOn());
        if (project.landMode() == LandMode.GRANT && signed != null) {
            duty("HAND_OVER_LAND", "4.6a", "land-use-center", view).due(handOverDue(view, signed), handedOver);
            if (handedOver == null) {
                duty("LIAISE_LAND_OWNER", "4.6b", "land-use-center", view).standing();
            }
        }
        LocalDate requested = asOf.seen(project.landConditionsRequestedOn());
        if (requested != null) {
            LocalDate from = Days.later(requested, view.keySince());
            duty("PROVIDE_LAND_CONDITIONS", "4.6c", "land-use-center", view)
                    .due(
                            calendar.dueAfter(from, Limits.PROVIDE_LAND_CONDITIONS),
                            asOf.seen(project.landConditionsProvidedOn()));
        }
    }

    private DueDay handOverDue(ProjectView view, LocalDate signed) {
        @Nullable LocalDate agreed = view.project.landHandoverAgreedOn();
        return agreed != null
                ? DueDay.fixed(agreed)
                : calendar.dueAfter(Days.later(signed, view.keySince()), Limits.HAND_OVER_LAND);
    }
}
