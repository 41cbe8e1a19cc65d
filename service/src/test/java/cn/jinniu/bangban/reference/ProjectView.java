package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project with what is found about it, and the visible facts that belong to it. */
final class ProjectView {
    final Project project;
    final KeyStatus status;
    final @Nullable Unit sectorDepartment;
    final Owner owner;
    final List<Appointment> appointments = new ArrayList<>();
    final List<OwnerContact> contacts = new ArrayList<>();
    final List<ServiceRequest> requests = new ArrayList<>();
    final List<Approval> approvals = new ArrayList<>();
    final List<Difficulty> difficulties = new ArrayList<>();

    private final AsOf asOf;

    ProjectView(Project project, KeyStatus status, @Nullable Unit sectorDepartment, AsOf asOf) {
        this.project = project;
        this.status = status;
        this.sectorDepartment = sectorDepartment;
        this.owner = Owner.of(project, sectorDepartment);
        this.asOf = asOf;
    }

    String id() {
        return project.id();
    }

    boolean key() {
        return status.key();
    }

    /** Key, and not visibly completed. */
    boolean active() {
        return key() && !asOf.shows(project.completedOn());
    }

    LocalDate keySince() {
        LocalDate since = status.since();
        if (since == null) {
            throw new IllegalStateException("not a key project: " + id());
        }
        return since;
    }

    /** Whether duties of a month are still owed: the project is not visibly completed before its first day. */
    boolean openIn(LocalDate firstOfMonth) {
        LocalDate completed = asOf.seen(project.completedOn());
        return completed == null || !completed.isBefore(firstOfMonth);
    }

    /** The day from which a commissioner is responsible; null when it is not reached, or the project is not key. */
    @Nullable
    LocalDate responsibleSince() {
        if (!key()) {
            return null;
        }
        return switch (project.landMode()) {
            case GRANT -> sinceAlso(project.landContractSignedOn());
            case ALLOCATION -> sinceAlso(project.landAllocatedOn());
            case NONE -> keySince();
        };
    }

    private @Nullable LocalDate sinceAlso(@Nullable LocalDate date) {
        return date != null && asOf.shows(date) ? Days.later(date, keySince()) : null;
    }

    /** Its {@code enterprise}, and its owner when that is an enterprise; once, if they are the same. */
    List<Unit> enterprises() {
        List<Unit> found = new ArrayList<>(2);
        if (project.enterprise() != null) {
            found.add(project.enterprise());
        }
        Unit owning = owner.unit();
        if (owning != null && "4.9".equals(owner.clause()) && !found.contains(owning)) {
            found.add(owning);
        }
        return found;
    }

    boolean current(Appointment appointment) {
        return !asOf.shows(appointment.endedOn());
    }

    /** The current primary appointment that makes somebody the project's commissioner; null when there is none. */
    @Nullable
    Appointment commissioner() {
        Appointment first = null;
        for (Appointment appointment : appointments) {
            if (appointment.role() == Role.PRIMARY && current(appointment) && precedes(appointment, first)) {
                first = appointment;
            }
        }
        return first;
    }

    /** The current appointment, of any role, by which a person serves the project; null when there is none. */
    @Nullable
    Appointment serving(String person) {
        Appointment first = null;
        for (Appointment appointment : appointments) {
            if (appointment.commissioner().equals(person) && current(appointment) && precedes(appointment, first)) {
                first = appointment;
            }
        }
        return first;
    }

    /** The unit's primary appointments to the project. */
    List<Appointment> primaryOf(Unit unit) {
        List<Appointment> found = new ArrayList<>();
        for (Appointment appointment : appointments) {
            if (appointment.role() == Role.PRIMARY && appointment.unit().equals(unit)) {
                found.add(appointment);
            }
        }
        return found;
    }

    private static boolean precedes(Appointment appointment, @Nullable Appointment other) {
        return other == null || Order.SENIORITY.compare(appointment, other) < 0;
    }
}
