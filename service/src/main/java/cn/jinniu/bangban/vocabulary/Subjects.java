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

/** Facts as the subjects of answers, under the contract's subject types. */
final class Subjects {
    private Subjects() {}

    static Subject of(Project project) {
        return new Subject("project", project.id(), project.name());
    }

    static Subject of(ServiceRequest request) {
        return new Subject("serviceRequest", request.id(), null);
    }

    static Subject of(Approval approval) {
        return new Subject("approval", approval.id(), approval.name());
    }

    static Subject of(Difficulty difficulty) {
        return new Subject("difficulty", difficulty.id(), null);
    }

    static Subject of(Report report) {
        return new Subject("report", report.id(), null);
    }

    static Subject of(FollowUpVisit visit) {
        return new Subject("followUpVisit", visit.id(), null);
    }

    static Subject of(Unit unit) {
        return new Subject("unit", unit.id(), null);
    }

    static Subject of(KeyProjectList list) {
        return new Subject("keyProjectList", list.level() + "-" + list.year(), null);
    }

    /** The training that the request is for. */
    static Subject of(TrainerRequest request) {
        return new Subject("training", request.training(), null);
    }

    static Subject commissioner(String person) {
        return new Subject("commissioner", person, null);
    }
}
