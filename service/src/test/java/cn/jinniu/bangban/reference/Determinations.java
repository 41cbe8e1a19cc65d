package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.decision.Determination;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is found about projects, approvals and difficulties (§3). */
final class Determinations {
    private final AsOf asOf;
    private final List<Determination> found = new ArrayList<>();

    Determinations(AsOf asOf) {
        this.asOf = asOf;
    }

    List<Determination> found() {
        return found;
    }

    void about(ProjectView view) {
        KeyStatus status = view.status;
        add("KEY_PROJECT", "project", view.id(), status.key(), status.grounds(), status.clause());
        if (view.key()) {
            Unit owner = view.owner.unit();
            List<String> grounds = owner == null ? List.of() : List.of(view.owner.ground());
            add("CASE_OWNER", "project", view.id(), owner == null ? null : owner.id(), grounds, view.owner.clause());
        }
        for (Approval approval : view.approvals) {
            boolean open = view.active() && !asOf.shows(approval.completedOn());
            List<String> grounds = open ? List.of("KEY_PROJECT") : List.of();
            add("GREEN_CHANNEL", "approval", approval.id(), open, grounds, "3.3.1a");
        }
    }

    void jointMeeting(String difficulty, JointMeeting meeting) {
        add("JOINT_MEETING", "difficulty", difficulty, meeting.needed(), meeting.grounds(), "3.3.1c");
    }

    private void add(String code, String type, String id, @Nullable Object value, List<String> grounds, String clause) {
        found.add(new Determination(code, new Subject(type, id, null), value, grounds, clause, ""));
    }
}
