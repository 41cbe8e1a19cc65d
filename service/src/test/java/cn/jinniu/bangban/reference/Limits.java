package cn.jinniu.bangban.reference;

/** The policy's defaults. Counts are of working days unless they say otherwise. */
final class Limits {
    static final int ASSIGN_COMMISSIONER = 3;
    static final int ARRANGE_COMMISSIONER = 3;
    static final int DESIGNATE_BACKUP = 10;
    static final int CONTACT_OWNER = 5;
    static final int HAND_OVER_LAND = 20;
    static final int PROVIDE_LAND_CONDITIONS = 3;
    static final int UNDERSTAND_REQUEST = 3;
    static final int CONNECT_SERVICE_ROOM = 3;
    static final int INFORM_ONCE = 3;
    static final int GUIDE_APPLICATION = 5;
    static final int OPEN_GREEN_CHANNEL = 1;
    static final int URGE_BEFORE_DUE = 2;
    static final int URGE_AFTER_ACCEPTANCE = 1;
    static final int COORDINATE_DIFFICULTY = 5;
    static final int DIFFICULTY_LONG_OPEN = 5;
    static final int CONVENE_JOINT_MEETING = 5;
    static final int DEPARTMENTS_FOR_A_MEETING = 2;
    static final int DESIGNATE_DEDICATED = 10;
    static final int FOLLOW_UP_VISIT = 10;
    static final int RECORD_FOLLOW_UP = 1;
    static final int PROVIDE_PROJECT_LIST = 5;
    static final int ARRANGE_TRAINER = 5;
    static final int ISSUE_BULLETIN = 5;
    static final int REPORT_DAY_OF_MONTH = 25;
    static final int CRITICAL = 5;
    static final int DUE_SOON_CALENDAR_DAYS = 3;
    static final int CHURN_CALENDAR_DAYS = 365;
    static final int CHURN_ENDINGS = 2;

    private Limits() {}
}
