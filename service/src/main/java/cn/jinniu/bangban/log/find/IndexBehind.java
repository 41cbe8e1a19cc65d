package cn.jinniu.bangban.log.find;

/** The log cannot be searched yet: too many entries are not in the index. It is being made. */
public final class IndexBehind extends Exception {
    private static final long serialVersionUID = 1L;

    private final long entries;

    IndexBehind(long entries) {
        super(entries + " entries are not in the index yet", null, false, false);
        this.entries = entries;
    }

    /** How many entries are to be looked at first. */
    public long entries() {
        return entries;
    }
}
