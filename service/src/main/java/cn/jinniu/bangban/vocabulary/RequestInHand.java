package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A service request of an active project, with who handles it.
 *
 * @param since the day its handling began to count
 * @param unit the unit that must see to it
 * @param handler id of the person who handles it, null when nobody does
 */
public record RequestInHand(
        ServiceRequest request,
        LocalDate since,
        Unit unit,
        @Nullable String handler) {
    public @Nullable LocalDate understoodOn() {
        return request.understoodOn();
    }

    public @Nullable LocalDate roomConnectedOn() {
        return request.roomConnectedOn();
    }

    public @Nullable LocalDate informedOn() {
        return request.informedOn();
    }

    public @Nullable LocalDate guidedOn() {
        return request.guidedOn();
    }
}
