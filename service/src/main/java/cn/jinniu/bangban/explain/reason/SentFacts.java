package cn.jinniu.bangban.explain.reason;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The facts sent: where each stands in the request, and what of it is not known yet on the day decided for. */
final class SentFacts {
    /**
     * A fact sent.
     *
     * @param raw as it was sent
     * @param seen as it is known on the day decided for; null when it is not known yet
     * @param pointer where it stands in the request (RFC 6901)
     * @param dated the day it is known from; null for one that is known from the first
     */
    record Sent(
            Object raw,
            @Nullable Object seen,
            String pointer,
            @Nullable LocalDate dated) {}

    private final List<Sent> all = new ArrayList<>();
    private final Map<Object, Sent> bySeen = new IdentityHashMap<>();
    private final Map<String, Sent> byPointer = new HashMap<>();
    private final LocalDate asOf;

    SentFacts(CaseFile raw, CaseFile seen) {
        asOf = raw.asOf();
        Iterator<Project> seenProjects = seen.projects().iterator();
        for (int i = 0; i < raw.projects().size(); i++) {
            Project project = raw.projects().get(i);
            Project known = seenProjects.next();
            String pointer = "/projects/" + i;
            add(project, known, pointer, null);
            list(project.listings(), known.listings(), pointer + "/listings", Listing::issuedOn);
        }
        list(raw.appointments(), seen.appointments(), "/appointments", Appointment::appointedOn);
        list(raw.ownerContacts(), seen.ownerContacts(), "/ownerContacts", OwnerContact::contactedOn);
        list(raw.serviceRequests(), seen.serviceRequests(), "/serviceRequests", ServiceRequest::receivedOn);
        list(raw.approvals(), seen.approvals(), "/approvals", Approval::acceptedOn);
        list(raw.difficulties(), seen.difficulties(), "/difficulties", Difficulty::raisedOn);
        list(raw.reports(), seen.reports(), "/reports", Report::submittedOn);
        list(raw.followUpVisits(), seen.followUpVisits(), "/followUpVisits", FollowUpVisit::visitedOn);
        if (raw.district() != null && seen.district() != null) {
            district(raw.district(), seen.district());
        }
    }

    private void district(District raw, District seen) {
        add(raw, seen, "/district", null);
        list(raw.keyProjectLists(), seen.keyProjectLists(), "/district/keyProjectLists", KeyProjectList::issuedOn);
        list(raw.trainingPlans(), seen.trainingPlans(), "/district/trainingPlans", TrainingPlan::issuedOn);
        for (int i = 0; i < raw.trainings().size(); i++) {
            Training training = raw.trainings().get(i);
            Training known = seen.trainings().get(i);
            String pointer = "/district/trainings/" + i;
            add(training, known, pointer, null);
            list(training.trainers(), known.trainers(), pointer + "/trainers", TrainerRequest::requestedOn);
        }
        list(raw.bulletins(), seen.bulletins(), "/district/bulletins", Bulletin::issuedOn);
    }

    /** The seen list is the raw one less what is dated later, in the same order. */
    private <T> void list(List<T> raw, List<T> seen, String pointer, Function<T, LocalDate> dated) {
        Iterator<T> known = seen.iterator();
        for (int i = 0; i < raw.size(); i++) {
            T fact = raw.get(i);
            LocalDate day = dated.apply(fact);
            add(fact, day.isAfter(asOf) ? null : known.next(), pointer + '/' + i, day);
        }
    }

    private void add(Object raw, @Nullable Object seen, String pointer, @Nullable LocalDate dated) {
        Sent sent = new Sent(raw, seen, pointer, dated);
        all.add(sent);
        byPointer.put(pointer, sent);
        if (seen != null) {
            bySeen.put(seen, sent);
        }
    }

    List<Sent> all() {
        return all;
    }

    /** The fact sent that is seen as this very one; null where it is none. */
    @Nullable
    Sent of(Object seen) {
        return bySeen.get(seen);
    }

    /** The fact sent at a pointer; null where none is. */
    @Nullable
    Sent at(String pointer) {
        return byPointer.get(pointer);
    }

    /** The fact sent of a type and id, be it known yet or not. */
    @Nullable
    Sent find(Graph.Key key) {
        for (Sent sent : all) {
            boolean itsOwn = Graph.word(sent.raw().getClass()).equals(key.type());
            if (itsOwn && key.id().equals(id(sent.raw()))) {
                return sent;
            }
        }
        return null;
    }

    /** What a fact is called by: its id, or what tells it from others of its kind; null where nothing does. */
    static @Nullable String id(Object fact) {
        if (fact instanceof KeyProjectList list) {
            return list.level() + "-" + list.year();
        } else if (fact instanceof Listing listing) {
            return listing.level() + "-" + listing.year();
        } else if (fact instanceof TrainerRequest request) {
            return request.training();
        }
        Object id = Evaluator.field(fact, "id");
        return id instanceof String text ? text : null;
    }

    /** Where a component of a fact sent stands in the request; null where it does not stand there. */
    @Nullable
    String pointer(Sent sent, String component) {
        String pointer = sent.pointer();
        if (sent.raw() instanceof Listing && component.equals("project")) {
            return upTo(pointer, "/listings/") + "/id";
        }
        if (sent.raw() instanceof TrainerRequest) {
            if (component.equals("training")) {
                return upTo(pointer, "/trainers/") + "/id";
            } else if (component.equals("scheduledOn")) {
                return upTo(pointer, "/trainers/") + "/scheduledOn";
            }
        }
        return pointer + '/' + component;
    }

    private static String upTo(String pointer, String part) {
        return pointer.substring(0, pointer.lastIndexOf(part));
    }
}
