package cn.jinniu.bangban.replay;

import cn.jinniu.bangban.text.Text;
import java.util.List;

/**
 * A record that does not replay.
 *
 * @param id the decision's id
 * @param chain the chain it stands in
 * @param number its number there, from 1
 * @param at when it was written, an instant in ISO form
 * @param caller who had asked
 * @param ruleset version of the ruleset it was decided by
 * @param what what is wrong, in a sentence
 * @param differences where answers differ, the first ones; empty for any other kind
 * @param more how many more differences there are
 */
public record Finding(
        FindingKind kind,
        String id,
        int chain,
        long number,
        String at,
        String caller,
        String ruleset,
        Text what,
        List<Difference> differences,
        int more) {

    /**
     * @param where which answer, and which of its fields
     * @param recorded as it was answered; {@code -} where it was not
     * @param now as it comes out now; {@code -} where it does not
     */
    public record Difference(String where, String recorded, String now) {}
}
