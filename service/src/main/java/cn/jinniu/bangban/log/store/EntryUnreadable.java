package cn.jinniu.bangban.log.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An entry in the database is nothing that this program wrote. */
public final class EntryUnreadable extends SQLException {
    private static final long serialVersionUID = 1L;

    private final long place;
    private final transient byte @Nullable [] hash;

    EntryUnreadable(long place, byte @Nullable [] hash, Throwable cause) {
        super(cause.getMessage() == null ? "a part of it is missing" : cause.getMessage(), cause);
        this.place = place;
        this.hash = hash;
    }

    public long place() {
        return place;
    }

    /** The hash that is said to be its own; null when there is none. */
    public byte @Nullable [] hash() {
        return hash;
    }
}
