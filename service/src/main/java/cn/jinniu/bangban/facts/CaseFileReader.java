package cn.jinniu.bangban.facts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads requests strictly, as the contract says under <i>Request</i>: everything that is wrong with one is found, and
 * nothing is coerced or guessed. One pass over the bytes, in time and memory linear in them. Safe for many threads.
 *
 * <p>Where the contract is silent:
 *
 * <ul>
 *   <li>Lengths are counted in Unicode code points. A blank id is empty or nothing but white space. The ids of persons
 *       and the references to projects, reports and units are ids too.
 *   <li>Half a surrogate pair ({@code "\\ud800"}) is {@code BAD_FORMAT} in a value, no JSON in a name:
 *       no answer could be written with it.
 *   <li>An approval's name has the same bound as a project's; the months of reports and bulletins have the bounds of
 *       dates; {@code reportingFrom} is bounded by {@code asOf} alone, or by {@code today} where there is none.
 *   <li>A wrong value is not compared with others: a date that is out of range is never in {@code WRONG_ORDER} too.
 *   <li>An empty list of suspensions says the same as none, so an IMMEDIATE approval may have it.
 *   <li>Of a field that is named twice the first value that is not null counts, and the others are not looked at;
 *       {@code DUPLICATE_FIELD} is reported whatever is wrong with that value.
 *   <li>Objects inside values that are not wanted at all are looked through for fields named twice, and for nothing else.
 *   <li>A byte order mark before the JSON is passed over.
 * </ul>
 */
public final class CaseFileReader {
    /** Objects and arrays in one another; one more is refused. */
    private static final int MAX_NESTING = 1_000;

    /** Only nesting is bounded here: how large a body can be is for whoever receives it to say. */
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(MAX_NESTING)
            .maxNumberLength(Integer.MAX_VALUE)
            .maxStringLength(Integer.MAX_VALUE)
            .maxNameLength(Integer.MAX_VALUE)
            .maxDocumentLength(-1)
            .maxTokenCount(-1)
            .build();

    private final Map<String, Unit> units;
    private final Set<String> sectors;
    private volatile JsonFactory factory = newFactory();

    /**
     * @param units the units that requests may name, by id; messages name them in this order
     * @param sectors the words a project's sector may be; messages name them in this order
     */
    public CaseFileReader(Map<String, Unit> units, Set<String> sectors) {
        this.units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        this.sectors = Collections.unmodifiableSet(new LinkedHashSet<>(sectors));
    }

    /** What a request is written in: every field with its bounds, for whoever describes the contract to others. */
    public static Shape.ObjectShape shape() {
        return CaseFileForm.TYPE.shape();
    }

    /** Reads a request that is the whole of an array. */
    public Reading read(byte[] json, LocalDate today) {
        return read(json, 0, json.length, today);
    }

    /**
     * Reads one request.
     *
     * @param json holds the request in UTF-8; not changed
     * @param offset where the request begins
     * @param length how many bytes it has
     * @param today the day to decide for where the request names none
     */
    public Reading read(byte[] json, int offset, int length, LocalDate today) {
        Source source = new Source(json, offset, length);
        int misencoded = source.firstMisencoded();
        if (misencoded >= 0) {
            return source.misencoded(misencoded);
        }
        if (source.isBlank()) {
            return source.empty();
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json, offset, length)) {
            Scan scan = new Scan(parser, units, sectors, today);
            try {
                return read(scan, source);
            } catch (JacksonException wrong) {
                return source.notJson(wrong, parser.currentLocation());
            } finally {
                if (scan.metStrangers()) {
                    // The factory remembers every name it meets. Those of strangers, of any length and number, shall
                    // not stay in memory.
                    factory = newFactory();
                }
            }
        }
    }

    private static Reading read(Scan scan, Source source) {
        if (scan.parser.nextToken() == null) {
            return source.empty(); // a byte order mark and nothing behind it
        }
        CaseFile facts = CaseFileForm.TYPE.read(scan);
        JsonToken trailing = scan.parser.nextToken();
        if (trailing != null) {
            return source.trailing(scan.parser.currentTokenLocation());
        }
        scan.settleReferences();
        return scan.errors.none()
                ? new Reading.Facts(Objects.requireNonNull(facts), scan.firstMonthGiven)
                : scan.errors.refused();
    }

    private static JsonFactory newFactory() {
        return JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
    }
}
