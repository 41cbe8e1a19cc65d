package cn.jinniu.bangban.facts;

import java.time.LocalDate;

/** A year's plan for training commissioners. */
public record TrainingPlan(int year, LocalDate issuedOn) {}
