package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.List;

/** How a service request is written. */
final class ServiceRequestForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("ServiceRequest");
    private static final Field<String> ID = FORM.required("id", Types.ID, "需求编号", "id of the service request");
    private static final Field<String> PROJECT = FORM.required("project", Types.PROJECT, "项目编号", "id of the project");
    private static final Field<String> COMMISSIONER =
            FORM.optional("commissioner", Types.PERSON, "受理需求的服务专员", "person the request was put to");
    private static final Field<LocalDate> RECEIVED_ON =
            FORM.required("receivedOn", Types.DATE, "收到需求的日期", "day the request was received");
    private static final Field<List<Matter>> MATTERS =
            FORM.list("matters", new WordType<>(Matter.class), "需求事项", "what the request is about");
    private static final Field<LocalDate> UNDERSTOOD_ON =
            FORM.optional("understoodOn", Types.DATE, "详细了解情况的日期", "day its situation had been understood in detail");
    private static final Field<LocalDate> ROOM_CONNECTED_ON =
            FORM.optional("roomConnectedOn", Types.DATE, "与服务室衔接的日期", "day the service room had been brought in");
    private static final Field<LocalDate> INFORMED_ON = FORM.optional(
            "informedOn", Types.DATE, "一次性告知的日期", "day the owner had been told all materials and time limits at once");
    private static final Field<LocalDate> GUIDED_ON = FORM.optional(
            "guidedOn", Types.DATE, "指导准备申报材料的日期", "day the owner had been guided in preparing the application");

    static final ObjectType<ServiceRequest> TYPE = FORM.makes(values -> new ServiceRequest(
            values.need(ID),
            values.need(PROJECT),
            values.get(COMMISSIONER),
            values.need(RECEIVED_ON),
            values.need(MATTERS),
            values.get(UNDERSTOOD_ON),
            values.get(ROOM_CONNECTED_ON),
            values.get(INFORMED_ON),
            values.get(GUIDED_ON)));

    private ServiceRequestForm() {}
}
