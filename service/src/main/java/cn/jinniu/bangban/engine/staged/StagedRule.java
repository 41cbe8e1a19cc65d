package cn.jinniu.bangban.engine.staged;

import java.util.List;

/**
 * A rule, ready to be matched.
 *
 * @param stage the stage of reasoning it belongs to; lower ones come first
 * @param circle whether it gives, directly or by way of others, what it reads
 * @param ways the first condition of each way to meet its conditions, of which there are several where they say "or"
 * @param conditions the most conditions that any of them has
 */
record StagedRule(String name, int stage, boolean circle, List<Step> ways, int conditions) {

    /** Carries it out for each match there is. */
    void match(Run run) {
        run.current = this;
        for (Step first : ways) {
            first.take(run, null);
        }
    }

    /** Carries it out for each match that has a fact that came since. */
    void matchAgain(Run run, int seen) {
        int now = run.memory.size();
        for (int at = 0; at < conditions; at++) {
            run.window = new Window(seen == 0 ? -1 : at, seen, now);
            match(run);
            if (seen == 0) {
                break;
            }
        }
        run.window = null;
    }
}
