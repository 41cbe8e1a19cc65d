package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.TrainerRequest;
import cn.jinniu.bangban.facts.Unit;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a rule is giving. It is given when the rule is done, so each word adds to it.
 *
 * @param <D> the draft itself
 */
public abstract class Draft<D extends Draft<D>> {
    final String code;
    final RuleOrigin origin;

    @Nullable
    Subject subject;

    Draft(String code, RuleOrigin origin) {
        this.code = code;
        this.origin = origin;
    }

    abstract D self();

    /** Puts the finished answer where it belongs. */
    abstract void give();

    D on(Subject about) {
        subject = about;
        return self();
    }

    public D about(Project project) {
        return on(Subjects.of(project));
    }

    public D about(ServiceRequest request) {
        return on(Subjects.of(request));
    }

    public D about(Approval approval) {
        return on(Subjects.of(approval));
    }

    public D about(Difficulty difficulty) {
        return on(Subjects.of(difficulty));
    }

    public D about(Report report) {
        return on(Subjects.of(report));
    }

    public D about(FollowUpVisit visit) {
        return on(Subjects.of(visit));
    }

    public D about(Unit unit) {
        return on(Subjects.of(unit));
    }

    public D about(KeyProjectList list) {
        return on(Subjects.of(list));
    }

    /** About the training that a trainer is asked for. */
    public D about(TrainerRequest request) {
        return on(Subjects.of(request));
    }

    public D aboutCommissioner(String person) {
        return on(Subjects.commissioner(person));
    }

    /** About the district itself. */
    public D aboutDistrict(String districtCode) {
        return on(new Subject("district", districtCode, null));
    }

    <T> T required(@Nullable T value, String word) {
        if (value == null) {
            throw new IllegalStateException(
                    code + ": the rule «" + origin.rule() + "» does not say ." + word + "(…), or says null");
        }
        return value;
    }
}
