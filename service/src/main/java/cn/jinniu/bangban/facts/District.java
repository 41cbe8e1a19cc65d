package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;

/** District-wide facts; only where they are given are district-wide duties decided. */
public record District(
        List<KeyProjectList> keyProjectLists,
        List<TrainingPlan> trainingPlans,
        List<Training> trainings,
        List<Bulletin> bulletins) {

    int size() {
        return keyProjectLists.size() + trainingPlans.size() + trainings.size() + bulletins.size();
    }

    District seenOn(LocalDate day) {
        return new District(
                Seen.only(keyProjectLists, KeyProjectList::issuedOn, list -> list.seenOn(day), day),
                Seen.only(trainingPlans, TrainingPlan::issuedOn, day),
                Seen.all(trainings, training -> training.seenOn(day)),
                Seen.only(bulletins, Bulletin::issuedOn, day));
    }
}
