package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All the facts of one request, valid by the contract: every reference resolves, every id is unique in its list.
 *
 * @param asOf the day to decide for
 * @param reportingFrom first month whose periodic duties are listed; not after {@code asOf}'s month
 * @param district null when the request has no district-wide facts
 */
public record CaseFile(
        LocalDate asOf,
        YearMonth reportingFrom,
        List<Project> projects,
        List<Appointment> appointments,
        List<OwnerContact> ownerContacts,
        List<ServiceRequest> serviceRequests,
        List<Approval> approvals,
        List<Difficulty> difficulties,
        List<Report> reports,
        List<FollowUpVisit> followUpVisits,
        @Nullable District district) {

    /** How many months before the month of {@code asOf} that of {@code reportingFrom} can be. */
    public static final int MONTHS_BACK = 60;

    /** The first month whose periodic duties are listed where a request names none. */
    public static YearMonth firstMonthBy(LocalDate asOf) {
        return YearMonth.from(asOf).minusMonths(1);
    }

    /** The same facts for another day, and with another first month of periodic duties. */
    public CaseFile on(LocalDate day, YearMonth firstMonth) {
        return new CaseFile(
                day,
                firstMonth,
                projects,
                appointments,
                ownerContacts,
                serviceRequests,
                approvals,
                difficulties,
                reports,
                followUpVisits,
                district);
    }

    /** How many facts there are, what lies within one not counted. */
    public int size() {
        return projects.size()
                + appointments.size()
                + ownerContacts.size()
                + serviceRequests.size()
                + approvals.size()
                + difficulties.size()
                + reports.size()
                + followUpVisits.size()
                + (district == null ? 0 : district.size());
    }

    /**
     * The as-of view of these facts (policy, part 1): an event dated after {@code asOf} is absent, and a fact whose own
     * date is after it is left out whole. Plans are seen whatever their date.
     */
    public CaseFile seen() {
        return new CaseFile(
                asOf,
                reportingFrom,
                Seen.all(projects, project -> project.seenOn(asOf)),
                Seen.only(appointments, Appointment::appointedOn, fact -> fact.seenOn(asOf), asOf),
                Seen.only(ownerContacts, OwnerContact::contactedOn, asOf),
                Seen.only(serviceRequests, ServiceRequest::receivedOn, fact -> fact.seenOn(asOf), asOf),
                Seen.only(approvals, Approval::acceptedOn, fact -> fact.seenOn(asOf), asOf),
                Seen.only(difficulties, Difficulty::raisedOn, fact -> fact.seenOn(asOf), asOf),
                Seen.only(reports, Report::submittedOn, asOf),
                Seen.only(followUpVisits, FollowUpVisit::visitedOn, fact -> fact.seenOn(asOf), asOf),
                district == null ? null : district.seenOn(asOf));
    }
}
