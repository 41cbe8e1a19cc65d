package cn.jinniu.bangban.facts;

import java.util.List;

/** How district-wide facts are written. */
final class DistrictForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("District");
    private static final Field<List<KeyProjectList>> KEY_PROJECT_LISTS = FORM.list(
            "keyProjectLists",
            KeyProjectListForm.TYPE,
            "年度重点项目名单，每级每年一份",
            "annual key-project lists, one per level and year");
    private static final Field<List<TrainingPlan>> TRAINING_PLANS =
            FORM.list("trainingPlans", TrainingPlanForm.TYPE, "专员培训年度计划", "annual plans for training commissioners");
    private static final Field<List<Training>> TRAININGS =
            FORM.list("trainings", TrainingForm.TYPE, "专员培训", "trainings of commissioners");
    private static final Field<List<Bulletin>> BULLETINS =
            FORM.list("bulletins", BulletinForm.TYPE, "服务室通报", "bulletins of the service room");

    static final ObjectType<District> TYPE = FORM.makes(values -> new District(
            values.need(KEY_PROJECT_LISTS),
            values.need(TRAINING_PLANS),
            values.need(TRAININGS),
            values.need(BULLETINS)));

    private DistrictForm() {}
}
