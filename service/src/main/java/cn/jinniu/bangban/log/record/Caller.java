package cn.jinniu.bangban.log.record;

/** Who asked, and how that is known. Names are cut to {@value #LONGEST} characters. */
public record Caller(String name, KnownBy knownBy) {
    public static final int LONGEST = 200;

    public Caller {
        // NUL is the one character that PostgreSQL cannot keep in a text.
        name = (name.length() > LONGEST ? name.substring(0, LONGEST) : name).replace('\0', '\uFFFD');
    }
}
