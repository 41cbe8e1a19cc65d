package cn.jinniu.bangban.explain.model;

import java.util.List;

/** How a fact or an answer came about: a rule fired, on these facts, having read these things. */
public record Because(
        RuleShown rule,
        List<ConditionShown> conditions,
        List<ParameterShown> parameters,
        List<CountShown> counts,
        List<LookUpShown> lookUps) {}
