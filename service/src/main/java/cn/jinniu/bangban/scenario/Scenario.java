package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request and what it is expected to be answered with, as one file says it. */
public final class Scenario {
    private final String file;
    private final Text title;
    private final List<String> clauses;
    private final @Nullable String note;
    private final byte[] request;
    private final Expected expected;

    Scenario(String file, Text title, List<String> clauses, @Nullable String note, byte[] request, Expected expected) {
        this.file = file;
        this.title = title;
        this.clauses = List.copyOf(clauses);
        this.note = note;
        this.request = request;
        this.expected = expected;
    }

    /** Path of its file, with {@code /}, as its finder was given it. */
    public String file() {
        return file;
    }

    /** What happens in it, in a sentence. */
    public Text title() {
        return title;
    }

    /** Numbers of the clauses it shows. */
    public List<String> clauses() {
        return clauses;
    }

    /** What a reader should know beside it. */
    public @Nullable String note() {
        return note;
    }

    /** The request, as a case system would send it. */
    public byte[] request() {
        return request.clone();
    }

    Expected expected() {
        return expected;
    }
}
