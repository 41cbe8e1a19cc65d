package cn.jinniu.bangban.log.find;

/**
 * A run of entries of one chain whose terms are in the database.
 *
 * @param level how often it was merged
 * @param first place of its first entry
 * @param last place of its last entry
 * @param firstAt when the first was written, in microseconds since 1970
 * @param lastAt when the last was written
 */
record Block(int level, long first, long last, long firstAt, long lastAt) {
    /** Levels there may be, less than which fits into the id's bits. */
    static final int LEVEL_BITS = 2;

    /** Its number in the database. */
    long id() {
        return first << LEVEL_BITS | level;
    }
}
