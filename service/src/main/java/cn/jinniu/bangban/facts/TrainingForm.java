package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** How a training is written. */
final class TrainingForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Training");
    private static final Field<String> ID = FORM.required("id", Types.ID, "培训编号", "id of the training");
    private static final Field<LocalDate> SCHEDULED_ON =
            FORM.optional("scheduledOn", Types.DATE, "计划培训日期", "planned day");
    private static final Field<LocalDate> HELD_ON = FORM.optional("heldOn", Types.DATE, "实际培训日期", "day it was held");
    private static final Field<List<Function<Training, TrainerRequest>>> TRAINERS =
            FORM.list("trainers", TrainerRequestForm.TYPE, "商请派出的师资", "trainers that departments were asked for");

    static final ObjectType<Training> TYPE = FORM.makes(TrainingForm::training);

    private TrainingForm() {}

    private static Training training(Values values) {
        Training alone = new Training(values.need(ID), values.get(SCHEDULED_ON), values.get(HELD_ON), List.of());
        List<TrainerRequest> trainers = values.need(TRAINERS).stream()
                .map(trainer -> trainer.apply(alone))
                .toList();
        return new Training(alone.id(), alone.scheduledOn(), alone.heldOn(), trainers);
    }
}
