package cn.jinniu.bangban.explain.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Why a decision says what it says.
 *
 * @param asOf the day decided for
 * @param ruleset id of the ruleset that decided
 * @param version content hash of that ruleset
 * @param given the answers asked about that were given
 * @param notGiven those that were not
 */
public record Explanation(LocalDate asOf, String ruleset, String version, List<Given> given, List<NotGiven> notGiven) {}
