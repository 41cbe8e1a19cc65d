package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.ApprovalKind;
import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.LandMode;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Suspension;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import cn.jinniu.bangban.facts.Unit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the records of a request into the maps and lists that Jackson writes. */
final class CaseFileWriter {
    private final @Nullable Random style;

    /** @param style chooses among the ways to say the same; null for the plain one */
    CaseFileWriter(@Nullable Random style) {
        this.style = style;
    }

    Map<String, Object> caseFile(CaseFile facts) {
        return new Fields()
                .required("asOf", facts.asOf())
                .optional(
                        "reportingFrom",
                        facts.reportingFrom(),
                        YearMonth.from(facts.asOf()).minusMonths(1))
                .list("projects", facts.projects(), this::project)
                .list("appointments", facts.appointments(), this::appointment)
                .list("ownerContacts", facts.ownerContacts(), this::ownerContact)
                .list("serviceRequests", facts.serviceRequests(), this::serviceRequest)
                .list("approvals", facts.approvals(), this::approval)
                .list("difficulties", facts.difficulties(), this::difficulty)
                .list("reports", facts.reports(), this::report)
                .list("followUpVisits", facts.followUpVisits(), this::followUpVisit)
                .optional("district", facts.district() == null ? null : district(facts.district()))
                .written();
    }

    private Object project(Project project) {
        return new Fields()
                .required("id", project.id())
                .optional("name", project.name())
                .optional("code", project.code())
                .list("listings", project.listings(), this::listing)
                .optional("majorInvestmentRecognisedOn", project.majorInvestmentRecognisedOn())
                .optional("governmentInvested", project.governmentInvested(), false)
                .optional("sector", project.sector())
                .optional("leadUnit", id(project.leadUnit()))
                .optional("functionalZone", id(project.functionalZone()))
                .optional("subdistrict", id(project.subdistrict()))
                .optional("enterprise", id(project.enterprise()))
                .optional("landMode", project.landMode(), LandMode.GRANT)
                .optional("landContractSignedOn", project.landContractSignedOn())
                .optional("landAllocatedOn", project.landAllocatedOn())
                .optional("landHandoverAgreedOn", project.landHandoverAgreedOn())
                .optional("landHandedOverOn", project.landHandedOverOn())
                .optional("landConditionsRequestedOn", project.landConditionsRequestedOn())
                .optional("landConditionsProvidedOn", project.landConditionsProvidedOn())
                .optional("completedOn", project.completedOn())
                .written();
    }

    private Object listing(Listing listing) {
        return new Fields()
                .required("level", listing.level())
                .required("year", listing.year())
                .required("issuedOn", listing.issuedOn())
                .written();
    }

    private Object appointment(Appointment appointment) {
        return new Fields()
                .required("id", appointment.id())
                .required("commissioner", appointment.commissioner())
                .required("unit", appointment.unit().id())
                .optional("project", appointment.project())
                .required("role", appointment.role())
                .optional("dedicated", appointment.dedicated(), false)
                .required("appointedOn", appointment.appointedOn())
                .optional("endedOn", appointment.endedOn())
                .written();
    }

    private Object ownerContact(OwnerContact contact) {
        return new Fields()
                .required("id", contact.id())
                .required("project", contact.project())
                .optional("commissioner", contact.commissioner())
                .required("contactedOn", contact.contactedOn())
                .written();
    }

    private Object serviceRequest(ServiceRequest request) {
        return new Fields()
                .required("id", request.id())
                .required("project", request.project())
                .optional("commissioner", request.commissioner())
                .required("receivedOn", request.receivedOn())
                .list("matters", request.matters(), Enum::name)
                .optional("understoodOn", request.understoodOn())
                .optional("roomConnectedOn", request.roomConnectedOn())
                .optional("informedOn", request.informedOn())
                .optional("guidedOn", request.guidedOn())
                .written();
    }

    private Object approval(Approval approval) {
        Fields fields = new Fields()
                .required("id", approval.id())
                .required("project", approval.project())
                .optional("name", approval.name())
                .required("department", approval.department().id())
                .required("kind", approval.kind())
                .optional("important", approval.important(), true)
                .required("acceptedOn", approval.acceptedOn())
                .optional("commitmentDays", approval.commitmentDays());
        if (approval.kind() == ApprovalKind.COMMITMENT) {
            fields.list("suspensions", approval.suspensions(), this::suspension);
        }
        return fields.optional("greenChannelOpenedOn", approval.greenChannelOpenedOn())
                .optional("urgedOn", approval.urgedOn())
                .optional("completedOn", approval.completedOn())
                .written();
    }

    private Object suspension(Suspension suspension) {
        return new Fields()
                .required("from", suspension.from())
                .optional("to", suspension.to())
                .written();
    }

    private Object difficulty(Difficulty difficulty) {
        return new Fields()
                .required("id", difficulty.id())
                .required("project", difficulty.project())
                .required("kind", difficulty.kind())
                .list("departments", difficulty.departments(), Unit::id)
                .required("raisedOn", difficulty.raisedOn())
                .optional("meetingRequestedOn", difficulty.meetingRequestedOn())
                .optional("meetingHeldOn", difficulty.meetingHeldOn())
                .optional("resolvedOn", difficulty.resolvedOn())
                .written();
    }

    private Object report(Report report) {
        return new Fields()
                .required("id", report.id())
                .required("kind", report.kind())
                .optional("commissioner", report.commissioner())
                .optional("unit", id(report.unit()))
                .optional("project", report.project())
                .required("month", report.month())
                .required("submittedOn", report.submittedOn())
                .written();
    }

    private Object followUpVisit(FollowUpVisit visit) {
        return new Fields()
                .required("id", visit.id())
                .required("report", visit.report())
                .required("visitor", visit.visitor())
                .required("visitedOn", visit.visitedOn())
                .optional("recordedOn", visit.recordedOn())
                .written();
    }

    private Object district(District district) {
        return new Fields()
                .list("keyProjectLists", district.keyProjectLists(), this::keyProjectList)
                .list("trainingPlans", district.trainingPlans(), this::trainingPlan)
                .list("trainings", district.trainings(), this::training)
                .list("bulletins", district.bulletins(), this::bulletin)
                .written();
    }

    private Object keyProjectList(KeyProjectList list) {
        return new Fields()
                .required("level", list.level())
                .required("year", list.year())
                .required("issuedOn", list.issuedOn())
                .optional("providedToRoomOn", list.providedToRoomOn())
                .written();
    }

    private Object trainingPlan(TrainingPlan plan) {
        return new Fields()
                .required("year", plan.year())
                .required("issuedOn", plan.issuedOn())
                .written();
    }

    private Object training(Training training) {
        return new Fields()
                .required("id", training.id())
                .optional("scheduledOn", training.scheduledOn())
                .optional("heldOn", training.heldOn())
                .list("trainers", training.trainers(), this::trainer)
                .written();
    }

    private Object trainer(TrainerRequest request) {
        return new Fields()
                .required("department", request.department().id())
                .required("requestedOn", request.requestedOn())
                .optional("arrangedOn", request.arrangedOn())
                .written();
    }

    private Object bulletin(Bulletin bulletin) {
        return new Fields()
                .required("month", bulletin.month())
                .required("issuedOn", bulletin.issuedOn())
                .written();
    }

    private static @Nullable String id(@Nullable Unit unit) {
        return unit == null ? null : unit.id();
    }

    /** The fields of one JSON object. */
    private final class Fields {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        /** A number, a boolean, an object, or what its text says. */
        Fields required(String name, Object value) {
            boolean plain = value instanceof Integer || value instanceof Boolean || value instanceof Map<?, ?>;
            fields.put(name, plain ? value : value.toString());
            return this;
        }

        Fields optional(String name, @Nullable Object value) {
            if (value != null) {
                return required(name, value);
            }
            return unsaid(name);
        }

        Fields optional(String name, Object value, Object byDefault) {
            return value.equals(byDefault) && style != null && style.nextBoolean()
                    ? unsaid(name)
                    : required(name, value);
        }

        <T> Fields list(String name, List<T> elements, Function<? super T, Object> written) {
            if (elements.isEmpty() && (style == null || style.nextBoolean())) {
                return unsaid(name);
            }
            List<Object> all = new ArrayList<>(elements.size());
            for (T element : elements) {
                all.add(written.apply(element));
            }
            fields.put(name, all);
            return this;
        }

        private Fields unsaid(String name) {
            if (style != null && style.nextInt(3) == 0) {
                fields.put(name, null);
            }
            return this;
        }

        Map<String, Object> written() {
            if (style == null || style.nextInt(4) != 0) {
                return fields;
            }
            List<String> names = new ArrayList<>(fields.keySet());
            Collections.shuffle(names, style);
            Map<String, Object> shuffled = new LinkedHashMap<>();
            names.forEach(name -> shuffled.put(name, fields.get(name)));
            return shuffled;
        }
    }
}
