package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Unit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request's projects by id, each with the visible facts that belong to it. */
final class CaseView {
    final CaseFile facts;
    final AsOf asOf;
    final Map<String, ProjectView> projects = new LinkedHashMap<>();

    CaseView(CaseFile facts, Map<String, Unit> sectorDepartments) {
        this.facts = facts;
        this.asOf = new AsOf(facts.asOf());
        Set<Level> listedThisYear = levelsListedThisYear();
        for (Project project : facts.projects()) {
            KeyStatus status = KeyStatus.of(project, asOf, listedThisYear);
            projects.put(project.id(), new ProjectView(project, status, department(project, sectorDepartments), asOf));
        }
        for (Appointment appointment : facts.appointments()) {
            if (appointment.project() != null && asOf.shows(appointment.appointedOn())) {
                project(appointment.project()).appointments.add(appointment);
            }
        }
        for (OwnerContact contact : facts.ownerContacts()) {
            if (asOf.shows(contact.contactedOn())) {
                project(contact.project()).contacts.add(contact);
            }
        }
        for (ServiceRequest request : facts.serviceRequests()) {
            if (asOf.shows(request.receivedOn())) {
                project(request.project()).requests.add(request);
            }
        }
        for (Approval approval : facts.approvals()) {
            if (asOf.shows(approval.acceptedOn())) {
                project(approval.project()).approvals.add(approval);
            }
        }
        for (Difficulty difficulty : facts.difficulties()) {
            if (asOf.shows(difficulty.raisedOn())) {
                project(difficulty.project()).difficulties.add(difficulty);
            }
        }
    }

    private ProjectView project(String id) {
        ProjectView found = projects.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no such project: " + id);
        }
        return found;
    }

    private static @Nullable Unit department(Project project, Map<String, Unit> sectorDepartments) {
        String sector = project.sector();
        if (sector == null) {
            return null;
        }
        Unit department = sectorDepartments.get(sector);
        if (department == null) {
            throw new IllegalArgumentException("no such sector: " + sector);
        }
        return department;
    }

    private Set<Level> levelsListedThisYear() {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        if (facts.district() != null) {
            for (KeyProjectList list : facts.district().keyProjectLists()) {
                if (list.year() == asOf.year() && asOf.shows(list.issuedOn())) {
                    levels.add(list.level());
                }
            }
        }
        return levels;
    }
}
