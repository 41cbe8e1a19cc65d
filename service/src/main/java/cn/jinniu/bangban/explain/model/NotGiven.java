package cn.jinniu.bangban.explain.model;

import cn.jinniu.bangban.text.Text;
import java.util.List;

/**
 * An answer that was not given, and why not.
 *
 * @param question what was asked about
 * @param instead ids of the answers of the code about the subject that were given
 * @param rules each rule that could have given it, the nearest first
 * @param changes changes of the request with which it is given, all of them together, as found by deciding again; empty
 *     when none were found
 * @param says why not, in a sentence
 */
public record NotGiven(Question question, List<String> instead, List<Attempt> rules, List<Change> changes, Text says) {}
