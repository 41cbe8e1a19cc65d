package cn.jinniu.bangban.engine.staged;

/**
 * A rule, ready to be matched.
 *
 * @param stage the stage of reasoning it belongs to; lower ones come first
 * @param circle whether it gives, directly or by way of others, what it reads
 * @param first its first condition, with all that comes behind it
 * @param conditions how many conditions look for facts
 */
record StagedRule(String name, int stage, boolean circle, Step first, int conditions) {

    /** Carries it out for each match there is. */
    void match(Run run) {
        run.current = this;
        first.take(run, null);
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
