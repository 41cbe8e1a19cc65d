package cn.jinniu.bangban.scenario;

import cn.jinniu.bangban.text.Text;
import java.util.List;

/**
 * Something a scenario expected and did not get, or got and did not expect.
 *
 * @param line where the scenario says what it expects, from 1
 * @param what which answer it is about, and what is wrong with it
 * @param fields the fields that differ, where it is about fields
 */
public record Difference(int line, Text what, List<FieldDifference> fields) {
    /** A field of an answer; {@code expected} and {@code actual} as they are written in JSON, but strings without quotes. */
    public record FieldDifference(String field, String expected, String actual) {}

    Difference(int line, Text what) {
        this(line, what, List.of());
    }
}
