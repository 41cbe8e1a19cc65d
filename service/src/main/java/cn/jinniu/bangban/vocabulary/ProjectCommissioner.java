package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;

/** The commissioner of an active project. */
public record ProjectCommissioner(ActiveProject activeProject, Appointment appointment) {
    public String project() {
        return activeProject.id();
    }

    public String commissioner() {
        return appointment.commissioner();
    }

    public Unit unit() {
        return appointment.unit();
    }

    public LocalDate appointedOn() {
        return appointment.appointedOn();
    }

    /** Whether a listing of an annual plan is in force for the project. */
    public boolean listed() {
        return activeProject.listed();
    }
}
