package cn.jinniu.bangban.facts;

/** Whether an appointment makes a person the commissioner or the stand-in. */
public enum Role {
    PRIMARY,
    BACKUP
}
