package cn.jinniu.bangban.vocabulary;

/**
 * Where an answer comes from.
 *
 * @param rule name of the rule
 * @param clause clause the rule carries out
 */
public record RuleOrigin(String rule, String clause) {}
