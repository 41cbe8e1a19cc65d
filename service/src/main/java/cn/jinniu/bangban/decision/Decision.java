package cn.jinniu.bangban.decision;

import java.time.LocalDate;
import java.util.List;

/**
 * All answers to one request. Each list is in the contract's order: by code, subject type, subject id, then id, by
 * Unicode code points.
 *
 * @param asOf the day decided for
 * @param ruleset id of the ruleset that decided
 * @param version content hash of that ruleset
 */
public record Decision(
        LocalDate asOf,
        String ruleset,
        String version,
        List<Determination> determinations,
        List<Obligation> obligations,
        List<Alert> alerts) {}
