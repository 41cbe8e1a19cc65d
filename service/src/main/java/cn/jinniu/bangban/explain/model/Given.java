package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;
import java.util.List;

/**
 * An answer that was given, and why.
 *
 * @param answer a determination, an obligation or an alert
 * @param rule the rule the answer rests on
 * @param because how it came about
 * @param hangsOn fields named in it that by themselves turn the answer, each with a value that does, as found by deciding
 *     again; empty where several answers are explained at once, or a large request
 * @param says the answer in a sentence
 */
public record Given(Object answer, RuleShown rule, Because because, List<Turn> hangsOn, Text says) {}
