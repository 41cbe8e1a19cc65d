package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Unit;

/** A unit's commissioner left an active project not long ago. */
public record RecentDeparture(ActiveProject activeProject, Appointment appointment) {
    public Post post() {
        return new Post(activeProject, appointment.unit());
    }

    /** The post that a unit fills at a project. */
    public record Post(ActiveProject activeProject, Unit unit) {}
}
