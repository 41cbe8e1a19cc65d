package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;

/**
 * An answer that was given, and why.
 *
 * @param answer a determination, an obligation or an alert
 * @param rule the rule the answer rests on
 * @param because how it came about
 * @param says the answer in a sentence
 */
public record Given(Object answer, RuleShown rule, Because because, Text says) {}
