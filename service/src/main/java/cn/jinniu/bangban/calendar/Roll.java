package cn.jinniu.bangban.calendar;

/** Where a fixed calendar day goes that is no working day: to the next one, to the one before, or nowhere. */
public enum Roll {
    NEXT,
    PREVIOUS,
    NONE
}
