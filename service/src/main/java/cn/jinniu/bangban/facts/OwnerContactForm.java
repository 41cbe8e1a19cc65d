package cn.jinniu.bangban.facts;

import java.time.LocalDate;

/** How a contact with a project's owner is written. */
final class OwnerContactForm {
    private static final ObjectType.Builder FORM = new ObjectType.Builder("OwnerContact");
    private static final Field<String> ID = FORM.required("id", Types.ID, "对接编号", "id of the contact");
    private static final Field<String> PROJECT = FORM.required("project", Types.PROJECT, "项目编号", "id of the project");
    private static final Field<String> COMMISSIONER =
            FORM.optional("commissioner", Types.PERSON, "对接的服务专员（仅作记录）", "person who made the contact, for the record");
    private static final Field<LocalDate> CONTACTED_ON =
            FORM.required("contactedOn", Types.DATE, "与业主对接的日期", "day the owner was contacted");

    static final ObjectType<OwnerContact> TYPE = FORM.makes(values -> new OwnerContact(
            values.need(ID), values.need(PROJECT), values.get(COMMISSIONER), values.need(CONTACTED_ON)));

    private OwnerContactForm() {}
}
