package cn.jinniu.bangban.log.record;

import java.nio.charset.StandardCharsets;

/** Who asked, and how that is known. Names are cut to {@value #LONGEST} characters. */
public record Caller(String name, KnownBy knownBy) {
    public static final int LONGEST = 200;

    public Caller {
        // NUL is the one character that PostgreSQL cannot keep in a text; half a character is none in UTF-8.
        String cut = (name.length() > LONGEST ? name.substring(0, LONGEST) : name).replace('\0', '\uFFFD');
        name = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
