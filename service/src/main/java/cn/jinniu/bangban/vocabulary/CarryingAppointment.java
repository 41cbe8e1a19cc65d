package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.CommissionerMonth;
import cn.jinniu.bangban.facts.Unit;

/** An appointment by which a commissioner carries a key project in a month. */
public record CarryingAppointment(Appointment appointment, ReportingDeadline deadline)
        implements Comparable<CarryingAppointment> {
    public CommissionerMonth commissionerMonth() {
        return new CommissionerMonth(appointment.commissioner(), deadline.month());
    }

    public String commissioner() {
        return appointment.commissioner();
    }

    public Unit unit() {
        return appointment.unit();
    }

    /** By their appointments. */
    @Override
    public int compareTo(CarryingAppointment other) {
        return appointment.compareTo(other.appointment);
    }
}
