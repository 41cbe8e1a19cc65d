package cn.jinniu.bangban.log.record;

/** How it is known who called. */
public enum KnownBy {
    /** It proved who it is. */
    PRINCIPAL(1),
    /** It says so, in a header. */
    CLIENT_ID(2),
    /** Only the address is known from which it called. */
    ADDRESS(3),
    /** Nobody called: the service itself acted, or an operator. */
    OPERATOR(4);

    private final int code;

    KnownBy(int code) {
        this.code = code;
    }

    /** How it is stored. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException for a code that none has, as in an entry that was tampered with */
    public static KnownBy of(int code) {
        for (KnownBy known : values()) {
            if (known.code == code) {
                return known;
            }
        }
        throw new IllegalArgumentException("nobody is known by way " + code);
    }
}
