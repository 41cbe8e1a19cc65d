package cn.jinniu.bangban.facts;

import java.time.YearMonth;

/** A commissioner in a month, which is what a SERVICE report is about. */
public record CommissionerMonth(String commissioner, YearMonth month) {}
