package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** How a project is written. */
final class ProjectForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("Project");
    private static final Field<String> ID = FORM.required("id", Types.ID, "项目编号", "id of the project");
    private static final Field<String> NAME = FORM.optional("name", Types.NAME, "项目名称", "name of the project");
    private static final Field<String> CODE = FORM.optional("code", new CodeType(), "国家项目代码", "national project code");
    private static final Field<List<Function<String, Listing>>> LISTINGS = FORM.list(
            "listings",
            ListingForm.TYPE,
            "列入年度重点项目计划的情况，每级每年一条",
            "entries in annual key-project plans, one per level and year");
    private static final Field<LocalDate> MAJOR_INVESTMENT_RECOGNISED_ON = FORM.optional(
            "majorInvestmentRecognisedOn",
            Types.DATE,
            "认定为重大招商引资项目的日期",
            "day it was recognised as a major project introduced by investment promotion");
    private static final Field<Boolean> GOVERNMENT_INVESTED =
            FORM.optional("governmentInvested", Types.BOOLEAN, false, "是否政府投资", "whether the government invests in it");
    private static final Field<String> SECTOR =
            FORM.optional("sector", new SectorType(), "行业领域", "sector the project belongs to");
    private static final Field<Unit> LEAD_UNIT = FORM.optional(
            "leadUnit",
            Types.unitBut(UnitKind.OFFICE),
            "已登记的牵头单位，类别不得为 OFFICE",
            "recorded lead unit, not of kind OFFICE");
    private static final Field<Unit> FUNCTIONAL_ZONE = FORM.optional(
            "functionalZone", Types.unit(UnitKind.FUNCTIONAL_ZONE), "所在产业功能区", "functional zone it lies in");
    private static final Field<Unit> SUBDISTRICT =
            FORM.optional("subdistrict", Types.unit(UnitKind.SUBDISTRICT), "所在街道", "subdistrict it lies in");
    private static final Field<Unit> ENTERPRISE = FORM.optional(
            "enterprise",
            Types.unit(UnitKind.ENTERPRISE),
            "实施项目的区属国有企业",
            "district state-owned enterprise that carries the project out");
    private static final Field<LandMode> LAND_MODE = FORM.optional(
            "landMode",
            new WordType<>(LandMode.class),
            LandMode.GRANT,
            "供地方式：出让、划拨或无需供地",
            "how it comes by its land: by grant, by allocation, or none needed");
    private static final Field<LocalDate> LAND_CONTRACT_SIGNED_ON = FORM.optional(
            "landContractSignedOn", Types.DATE, "土地出让合同签订日期", "day the land-transfer contract was signed");
    private static final Field<LocalDate> LAND_ALLOCATED_ON =
            FORM.optional("landAllocatedOn", Types.DATE, "土地划拨决定日期", "day of the land allocation decision");
    private static final Field<LocalDate> LAND_HANDOVER_AGREED_ON =
            FORM.optional("landHandoverAgreedOn", Types.DATE, "合同约定的交地日期（计划）", "hand-over day planned in the contract");
    private static final Field<LocalDate> LAND_HANDED_OVER_ON =
            FORM.optional("landHandedOverOn", Types.DATE, "实际交地日期", "day the land was handed over");
    private static final Field<LocalDate> LAND_CONDITIONS_REQUESTED_ON = FORM.optional(
            "landConditionsRequestedOn",
            Types.DATE,
            "申请规划建设条件的日期",
            "day the plot's planning and construction conditions were asked for");
    private static final Field<LocalDate> LAND_CONDITIONS_PROVIDED_ON =
            FORM.optional("landConditionsProvidedOn", Types.DATE, "提供规划建设条件的日期", "day those conditions were provided");
    private static final Field<LocalDate> COMPLETED_ON =
            FORM.optional("completedOn", Types.DATE, "竣工投产日期", "day it was completed and in operation");

    static final ObjectType<Project> TYPE =
            FORM.where(ObjectRule.meets(Reference.PROJECT, ID)).makes(ProjectForm::project);

    private ProjectForm() {}

    private static Project project(Values values) {
        String id = values.need(ID);
        return new Project(
                id,
                values.get(NAME),
                values.get(CODE),
                values.need(LISTINGS).stream().map(listing -> listing.apply(id)).toList(),
                values.get(MAJOR_INVESTMENT_RECOGNISED_ON),
                values.need(GOVERNMENT_INVESTED),
                values.get(SECTOR),
                values.get(LEAD_UNIT),
                values.get(FUNCTIONAL_ZONE),
                values.get(SUBDISTRICT),
                values.get(ENTERPRISE),
                values.need(LAND_MODE),
                values.get(LAND_CONTRACT_SIGNED_ON),
                values.get(LAND_ALLOCATED_ON),
                values.get(LAND_HANDOVER_AGREED_ON),
                values.get(LAND_HANDED_OVER_ON),
                values.get(LAND_CONDITIONS_REQUESTED_ON),
                values.get(LAND_CONDITIONS_PROVIDED_ON),
                values.get(COMPLETED_ON));
    }
}
