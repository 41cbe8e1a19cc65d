package cn.jinniu.bangban.engine.staged;

/**
 * Which facts a rule looks at when it is matched again for facts that came since: at one of its conditions only the new
 * ones, ahead of it only the old ones, behind it all there were when it began. So no match is found twice.
 *
 * @param condition the condition that looks at the new ones; negative when all are new
 * @param old how many facts the rule has seen before
 * @param now how many there were when it began
 */
record Window(int condition, int old, int now) {

    boolean admits(int at, Held held) {
        if (held.sequence >= now) {
            return false;
        }
        if (at == condition) {
            return held.sequence >= old;
        }
        return at > condition || held.sequence < old;
    }
}
