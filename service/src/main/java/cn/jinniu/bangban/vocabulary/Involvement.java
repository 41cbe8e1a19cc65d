package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Unit;
import java.time.LocalDate;

/** A unit is involved in an active project from a day on. */
public record Involvement(Unit unit, LocalDate since) {}
