package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.function.Function;

/** How a request for a trainer is written: without its training, whose id may come behind it. */
final class TrainerRequestForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Trainer");
    private static final Field<Unit> DEPARTMENT =
            FORM.required("department", Types.ANY_UNIT, "派出师资的单位", "unit asked to send a trainer");
    private static final Field<LocalDate> REQUESTED_ON =
            FORM.required("requestedOn", Types.DATE, "商请日期", "day the unit was asked");
    private static final Field<LocalDate> ARRANGED_ON =
            FORM.optional("arrangedOn", Types.DATE, "安排日期", "day the unit had arranged a trainer");

    /** Makes a function from a training to the training's request for a trainer. */
    static final ObjectType<Function<Training, TrainerRequest>> TYPE = FORM.makes(TrainerRequestForm::request);

    private TrainerRequestForm() {}

    private static Function<Training, TrainerRequest> request(Values values) {
        return training -> new TrainerRequest(
                training.id(),
                training.scheduledOn(),
                values.need(DEPARTMENT),
                values.need(REQUESTED_ON),
                values.get(ARRANGED_ON));
    }
}
