package cn.jinniu.bangban.reference;

import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Unit;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** Requests as JSON for tests: writes what a case system might send, and reads it without checking it. */
public final class CaseFileJson {
    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CaseFileJson() {}

    /** The request in one compact line: fields in the contract's order, those that say nothing left out. */
    public static String write(CaseFile facts) {
        return MAPPER.writeValueAsString(new CaseFileWriter(null).caseFile(facts));
    }

    /**
     * The same request in one of the ways it may be written: fields that say nothing left out or null, defaults said or
     * not, fields in any order.
     */
    public static String write(CaseFile facts, Random style) {
        return MAPPER.writeValueAsString(new CaseFileWriter(style).caseFile(facts));
    }

    /** Reads a valid request that names its {@code asOf}; defaults are filled in. */
    public static CaseFile parse(String json, Map<String, Unit> units) {
        return new CaseFileParser(units).caseFile(MAPPER.readTree(json));
    }
}
