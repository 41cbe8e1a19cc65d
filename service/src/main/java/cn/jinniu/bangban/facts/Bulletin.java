package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.time.YearMonth;

/** A bulletin of the service room about a month. */
public record Bulletin(YearMonth month, LocalDate issuedOn) {}
