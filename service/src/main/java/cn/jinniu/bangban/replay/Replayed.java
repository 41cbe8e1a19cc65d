package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.impact.ChangedCase;
import java.util.List;

/**
 * What came of some records, in their order.
 *
 * @param findings those that do not replay
 * @param changed those that come out otherwise by other rules
 * @param unchanged how many come out the same by other rules, decided by both
 * @param undecided how many come out the same by other rules, and are decided by neither
 */
record Replayed(Tallies tallies, List<Finding> findings, List<ChangedCase> changed, long unchanged, long undecided) {}
