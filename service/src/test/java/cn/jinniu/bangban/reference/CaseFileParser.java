package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.ApprovalKind;
import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.DifficultyKind;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.LandMode;
import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.Matter;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ReportKind;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Suspension;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the JSON of a valid request into records, filling in defaults. It checks nothing. */
final class CaseFileParser {
    private final Map<String, Unit> units;

    CaseFileParser(Map<String, Unit> units) {
        this.units = units;
    }

    CaseFile caseFile(JsonNode node) {
        LocalDate asOf = date(node, "asOf");
        JsonNode district = node.path("district");
        return new CaseFile(
                asOf,
                Objects.requireNonNullElseGet(
                        month(node, "reportingFrom"), () -> YearMonth.from(asOf).minusMonths(1)),
                list(node, "projects", this::project),
                list(node, "appointments", this::appointment),
                list(node, "ownerContacts", this::ownerContact),
                list(node, "serviceRequests", this::serviceRequest),
                list(node, "approvals", this::approval),
                list(node, "difficulties", this::difficulty),
                list(node, "reports", this::report),
                list(node, "followUpVisits", this::followUpVisit),
                district.isObject() ? district(district) : null);
    }

    private Project project(JsonNode node) {
        String id = text(node, "id");
        String landMode = text(node, "landMode");
        return new Project(
                id,
                text(node, "name"),
                text(node, "code"),
                list(node, "listings", listing -> listing(id, listing)),
                date(node, "majorInvestmentRecognisedOn"),
                flag(node, "governmentInvested", false),
                text(node, "sector"),
                unit(node, "leadUnit"),
                unit(node, "functionalZone"),
                unit(node, "subdistrict"),
                unit(node, "enterprise"),
                landMode == null ? LandMode.GRANT : LandMode.valueOf(landMode),
                date(node, "landContractSignedOn"),
                date(node, "landAllocatedOn"),
                date(node, "landHandoverAgreedOn"),
                date(node, "landHandedOverOn"),
                date(node, "landConditionsRequestedOn"),
                date(node, "landConditionsProvidedOn"),
                date(node, "completedOn"));
    }

    private static Listing listing(String project, JsonNode node) {
        return new Listing(
                project, word(node, "level", Level.class), node.path("year").intValue(), date(node, "issuedOn"));
    }

    private Appointment appointment(JsonNode node) {
        return new Appointment(
                text(node, "id"),
                text(node, "commissioner"),
                unit(node, "unit"),
                text(node, "project"),
                word(node, "role", Role.class),
                flag(node, "dedicated", false),
                date(node, "appointedOn"),
                date(node, "endedOn"));
    }

    private OwnerContact ownerContact(JsonNode node) {
        return new OwnerContact(
                text(node, "id"), text(node, "project"), text(node, "commissioner"), date(node, "contactedOn"));
    }

    private ServiceRequest serviceRequest(JsonNode node) {
        return new ServiceRequest(
                text(node, "id"),
                text(node, "project"),
                text(node, "commissioner"),
                date(node, "receivedOn"),
                list(node, "matters", matter -> Matter.valueOf(matter.stringValue())),
                date(node, "understoodOn"),
                date(node, "roomConnectedOn"),
                date(node, "informedOn"),
                date(node, "guidedOn"));
    }

    private Approval approval(JsonNode node) {
        JsonNode days = node.path("commitmentDays");
        return new Approval(
                text(node, "id"),
                text(node, "project"),
                text(node, "name"),
                unit(node, "department"),
                word(node, "kind", ApprovalKind.class),
                flag(node, "important", true),
                date(node, "acceptedOn"),
                days.isInt() ? days.intValue() : null,
                list(
                        node,
                        "suspensions",
                        suspension -> new Suspension(date(suspension, "from"), date(suspension, "to"))),
                date(node, "greenChannelOpenedOn"),
                date(node, "urgedOn"),
                date(node, "completedOn"));
    }

    private Difficulty difficulty(JsonNode node) {
        return new Difficulty(
                text(node, "id"),
                text(node, "project"),
                word(node, "kind", DifficultyKind.class),
                list(node, "departments", department -> units.get(department.stringValue())),
                date(node, "raisedOn"),
                date(node, "meetingRequestedOn"),
                date(node, "meetingHeldOn"),
                date(node, "resolvedOn"));
    }

    private Report report(JsonNode node) {
        return new Report(
                text(node, "id"),
                word(node, "kind", ReportKind.class),
                text(node, "commissioner"),
                unit(node, "unit"),
                text(node, "project"),
                month(node, "month"),
                date(node, "submittedOn"));
    }

    private FollowUpVisit followUpVisit(JsonNode node) {
        return new FollowUpVisit(
                text(node, "id"),
                text(node, "report"),
                text(node, "visitor"),
                date(node, "visitedOn"),
                date(node, "recordedOn"));
    }

    private District district(JsonNode node) {
        return new District(
                list(
                        node,
                        "keyProjectLists",
                        list -> new KeyProjectList(
                                word(list, "level", Level.class),
                                list.path("year").intValue(),
                                date(list, "issuedOn"),
                                date(list, "providedToRoomOn"))),
                list(
                        node,
                        "trainingPlans",
                        plan -> new TrainingPlan(plan.path("year").intValue(), date(plan, "issuedOn"))),
                list(node, "trainings", this::training),
                list(
                        node,
                        "bulletins",
                        bulletin -> new Bulletin(month(bulletin, "month"), date(bulletin, "issuedOn"))));
    }

    private Training training(JsonNode node) {
        String id = text(node, "id");
        LocalDate scheduledOn = date(node, "scheduledOn");
        return new Training(
                id,
                scheduledOn,
                date(node, "heldOn"),
                list(
                        node,
                        "trainers",
                        trainer -> new TrainerRequest(
                                id,
                                scheduledOn,
                                unit(trainer, "department"),
                                date(trainer, "requestedOn"),
                                date(trainer, "arrangedOn"))));
    }

    private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> element) {
        List<T> list = new ArrayList<>();
        for (JsonNode item : node.path(field)) {
            list.add(element.apply(item));
        }
        return list;
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : null;
    }

    private static @Nullable LocalDate date(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable YearMonth month(JsonNode node, String field) {
        String text = text(node, field);
        return text == null ? null : YearMonth.parse(text);
    }

    private static boolean flag(JsonNode node, String field, boolean byDefault) {
        JsonNode value = node.path(field);
        return value.isBoolean() ? value.booleanValue() : byDefault;
    }

    private static <E extends Enum<E>> E word(JsonNode node, String field, Class<E> words) {
        return Enum.valueOf(words, text(node, field));
    }

    private @Nullable Unit unit(JsonNode node, String field) {
        String id = text(node, field);
        return id == null ? null : units.get(id);
    }
}
