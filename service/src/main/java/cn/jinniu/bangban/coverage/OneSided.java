package cn.jinniu.bangban.coverage;

import cn.jinniu.bangban.engine.ConditionProbes.Condition;

/**
 * A condition that scenarios do not show both ways, on facts that fulfil the conditions before it.
 *
 * @param everTrue whether a scenario makes it true
 * @param everFalse whether a scenario makes it false
 */
public record OneSided(Condition condition, boolean everTrue, boolean everFalse) {}
