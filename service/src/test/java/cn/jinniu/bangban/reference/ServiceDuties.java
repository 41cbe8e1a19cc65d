package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.ServiceRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Duties about the service requests of active projects (§5). */
final class ServiceDuties {
    private final ReferenceCalendar calendar;
    private final DutyBook book;

    ServiceDuties(ReferenceCalendar calendar, DutyBook book) {
        this.calendar = calendar;
        this.book = book;
    }

    void about(ProjectView view) {
        Appointment commissioner = view.commissioner();
        for (ServiceRequest request : view.requests) {
            Appointment named = request.commissioner() == null ? null : view.serving(request.commissioner());
            Appointment handler = named == null ? commissioner : named;
            LocalDate from = Days.later(request.receivedOn(), view.keySince());
            write("UNDERSTAND_REQUEST", request, handler, from, Limits.UNDERSTAND_REQUEST, request.understoodOn());
            write(
                    "CONNECT_SERVICE_ROOM",
                    request,
                    handler,
                    from,
                    Limits.CONNECT_SERVICE_ROOM,
                    request.roomConnectedOn());
            write("INFORM_ONCE", request, handler, from, Limits.INFORM_ONCE, request.informedOn());
            write("GUIDE_APPLICATION", request, handler, from, Limits.GUIDE_APPLICATION, request.guidedOn());
        }
    }

    private void write(
            String code,
            ServiceRequest request,
            @Nullable Appointment handler,
            LocalDate from,
            int n,
            @Nullable LocalDate evidence) {
        String bearer = handler == null ? "service-room" : handler.unit().id();
        book.duty(code, "3.5.1", bearer, "serviceRequest", request.id())
                .assignee(handler == null ? null : handler.commissioner())
                .due(calendar.dueAfter(from, n), evidence);
    }
}
