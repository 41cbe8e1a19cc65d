package cn.jinniu.bangban.log.store;

import java.sql.SQLException;

/** An entry in the database is nothing that this program wrote. */
public final class EntryUnreadable extends SQLException {
    private static final long serialVersionUID = 1L;

    private final long place;

    EntryUnreadable(long place, Throwable cause) {
        super(cause.getMessage(), cause);
        this.place = place;
    }

    public long place() {
        return place;
    }
}
