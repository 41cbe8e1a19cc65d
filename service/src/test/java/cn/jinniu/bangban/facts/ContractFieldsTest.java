package cn.jinniu.bangban.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The description of a request")
class ContractFieldsTest {
    private final Map<String, String> objects = new LinkedHashMap<>();

    ContractFieldsTest() {
        collect(CaseFileReader.shape());
    }

    @Test
    @DisplayName("has exactly the contract's objects and fields, with their types, bounds and defaults")
    void fields() {
        assertThat(String.join("\n", objects.values())).isEqualTo(CONTRACT.strip());
    }

    @Test
    @DisplayName("says in both languages what each field means")
    void meanings() {
        assertThat(CaseFileReader.shape().fields()).allSatisfy(field -> {
            assertThat(field.meaning().zh()).isNotBlank();
            assertThat(field.meaning().en()).isNotBlank();
        });
    }

    /** Copied by hand from the contract: * required, = default. */
    private static final String CONTRACT = """
            Request: asOf date, reportingFrom month, projects [Project], appointments [Appointment], \
            ownerContacts [OwnerContact], serviceRequests [ServiceRequest], approvals [Approval], \
            difficulties [Difficulty], reports [Report], followUpVisits [FollowUpVisit], district District
            Project: id* id, name string ≤ 200, code \\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}, listings [Listing], \
            majorInvestmentRecognisedOn date, governmentInvested boolean = false, sector sector, \
            leadUnit [DEPARTMENT, ENTERPRISE, FUNCTIONAL_ZONE, SUBDISTRICT], functionalZone [FUNCTIONAL_ZONE], \
            subdistrict [SUBDISTRICT], enterprise [ENTERPRISE], landMode GRANT|ALLOCATION|NONE = GRANT, \
            landContractSignedOn date, landAllocatedOn date, landHandoverAgreedOn date, landHandedOverOn date, \
            landConditionsRequestedOn date, landConditionsProvidedOn date, completedOn date
            Listing: level* NATIONAL|PROVINCIAL|MUNICIPAL|DISTRICT, year* 2000–2100, issuedOn* date
            Appointment: id* id, commissioner* id, unit* unit, project → PROJECT, role* PRIMARY|BACKUP, \
            dedicated boolean = false, appointedOn* date, endedOn date
            OwnerContact: id* id, project* → PROJECT, commissioner id, contactedOn* date
            ServiceRequest: id* id, project* → PROJECT, commissioner id, receivedOn* date, \
            matters [LAND|PLANNING|CONSTRUCTION|COMPLETION|OTHER], understoodOn date, roomConnectedOn date, \
            informedOn date, guidedOn date
            Approval: id* id, project* → PROJECT, name string ≤ 200, department* unit, kind* IMMEDIATE|COMMITMENT, \
            important boolean = true, acceptedOn* date, commitmentDays 1–365, suspensions [Suspension], \
            greenChannelOpenedOn date, urgedOn date, completedOn date
            Suspension: from* date, to date
            Difficulty: id* id, project* → PROJECT, kind* APPROVAL|SECTOR|JURISDICTION, departments [unit], \
            raisedOn* date, meetingRequestedOn date, meetingHeldOn date, resolvedOn date
            Report: id* id, kind* SERVICE|EVIDENCE|PROGRESS, commissioner id, unit unit, project → PROJECT, \
            month* month, submittedOn* date
            FollowUpVisit: id* id, report* → REPORT_OF_SERVICE, visitor* id, visitedOn* date, recordedOn date
            District: keyProjectLists [KeyProjectList], trainingPlans [TrainingPlan], trainings [Training], \
            bulletins [Bulletin]
            KeyProjectList: level* NATIONAL|PROVINCIAL|MUNICIPAL|DISTRICT, year* 2000–2100, issuedOn* date, \
            providedToRoomOn date
            TrainingPlan: year* 2000–2100, issuedOn* date
            Training: id* id, scheduledOn date, heldOn date, trainers [Trainer]
            Trainer: department* unit, requestedOn* date, arrangedOn date
            Bulletin: month* month, issuedOn* date
            """;

    private void collect(Shape shape) {
        if (shape instanceof Shape.ListShape list) {
            collect(list.element());
        } else if (shape instanceof Shape.ObjectShape object) {
            objects.put(
                    object.name(),
                    object.name() + ": "
                            + object.fields().stream().map(this::describe).collect(Collectors.joining(", ")));
            object.fields().forEach(field -> collect(field.shape()));
        }
    }

    private String describe(FieldShape field) {
        boolean said = field.otherwise() != null && !(field.shape() instanceof Shape.ListShape);
        return field.name()
                + (field.required() ? "* " : " ")
                + describe(field.shape())
                + (said ? " = " + field.otherwise() : "");
    }

    private String describe(Shape shape) {
        if (shape instanceof Shape.DateShape date) {
            assertThat(date).isEqualTo(new Shape.DateShape("2000-01-01", "2100-12-31"));
            return "date";
        } else if (shape instanceof Shape.MonthShape) {
            return "month";
        } else if (shape instanceof Shape.IntegerShape integer) {
            return integer.min() + "–" + integer.max();
        } else if (shape instanceof Shape.BooleanShape) {
            return "boolean";
        } else if (shape instanceof Shape.TextShape text) {
            return "string ≤ " + text.maxLength();
        } else if (shape instanceof Shape.IdShape id) {
            assertThat(id.maxLength()).isEqualTo(64);
            return "id";
        } else if (shape instanceof Shape.PatternShape pattern) {
            return pattern.pattern();
        } else if (shape instanceof Shape.WordShape words) {
            return String.join("|", words.words());
        } else if (shape instanceof Shape.SectorShape) {
            return "sector";
        } else if (shape instanceof Shape.UnitShape unit) {
            return unit.kinds().size() == UnitKind.values().length
                    ? "unit"
                    : unit.kinds().stream().map(Enum::name).sorted().toList().toString();
        } else if (shape instanceof Shape.ReferenceShape reference) {
            return "→ " + reference.to();
        } else if (shape instanceof Shape.ListShape list) {
            return "[" + describe(list.element()) + "]";
        } else if (shape instanceof Shape.ObjectShape object) {
            return object.name();
        }
        throw new AssertionError(shape);
    }
}
