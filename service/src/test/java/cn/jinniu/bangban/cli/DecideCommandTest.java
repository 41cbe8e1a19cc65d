package cn.jinniu.bangban.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

@DisplayName("bangban decide")
class DecideCommandTest {
    private static final String RULES = "--rules=../rules";
    private static final String EXAMPLE = "../test-data/examples/01-two-key-projects-in-march.request.json";

    @TempDir
    Path folder;

    @Test
    @DisplayName("decides standard input for today in Shanghai when nothing else is said")
    void standardInput() {
        Run run = Run.withInput("{}", "decide", RULES);
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).singleElement().asString().contains("\"asOf\":\"2026-03-26\"");
        assertThat(run.err()).isEmpty();
    }

    @Test
    @DisplayName("decides for --as-of where the request names no day, and for the request's day where it does")
    void asOf() {
        assertThat(Run.withInput("{}", "decide", RULES, "--as-of=2026-01-02", "-")
                        .out())
                .contains("\"asOf\":\"2026-01-02\"");
        assertThat(Run.withInput("{\"asOf\":\"2026-05-20\"}", "decide", RULES, "--as-of=2026-01-02")
                        .out())
                .contains("\"asOf\":\"2026-05-20\"");
    }

    @Test
    @DisplayName("gives the same bytes for the same request, decision id and all")
    void reproducible() {
        String request = "{\"asOf\":\"2026-05-20\"}";
        Run first = Run.withInput(request, "decide", RULES);
        assertThat(Run.withInput(request, "decide", RULES)).isEqualTo(first);
        assertThat(Run.withInput(request + " ", "decide", RULES).out())
                .as("another request has another id")
                .isNotEqualTo(first.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "1999-12-31", "2101-01-01", "2026-3-1", "+2026-03-01", "today", ""})
    @DisplayName("takes for --as-of what a request may name, and says so in words for people")
    void noDay(String day) {
        Run run = Run.withInput("{}", "decide", RULES, "--as-of=" + day);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("--as-of", "must be a real day of 2000-01-01 … 2100-12-31, written YYYY-MM-DD")
                .doesNotContain("java.");
    }

    @Test
    @DisplayName("calls decisions on two days by two ids, from files and from streams alike")
    void idsByDay() {
        String first =
                Run.withInput("{}", "decide", RULES, "--as-of=2026-03-01").out();
        String second =
                Run.withInput("{}", "decide", RULES, "--as-of=2026-03-02").out();
        assertThat(id(second)).isNotEqualTo(id(first));
        assertThat(Run.withInput("{}\n", "decide", RULES, "--ndjson", "--as-of=2026-03-01")
                        .out())
                .isEqualTo(first);
    }

    @Test
    @DisplayName("gives the same bytes whatever the day, where the request names its own")
    void ownDay() {
        String request = "{\"asOf\":\"2026-05-20\"}";
        assertThat(Run.withInput(request, "decide", RULES, "--as-of=2026-03-01"))
                .isEqualTo(Run.withInput(request, "decide", RULES));
    }

    private static String id(String decision) {
        String beginning = "{\"decisionId\":\"";
        assertThat(decision).startsWith(beginning);
        return decision.substring(beginning.length(), beginning.length() + 36);
    }

    @Test
    @DisplayName("goes on with the other files behind one that is not there, and behind a folder")
    void goesOn() throws IOException {
        Path good = Files.writeString(folder.resolve("good.json"), "{\"asOf\":\"2026-05-20\"}");
        Path stream = Files.createDirectory(folder.resolve("stream.ndjson"));
        Run run = Run.of("decide", RULES, "--lang=en", "nowhere.json", stream.toString(), good.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.outLines()).singleElement().asString().contains("\"asOf\":\"2026-05-20\"");
        assertThat(run.errLines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("nowhere.json: cannot be read (it does not exist)"),
                        line -> assertThat(line).startsWith(stream + ": cannot be read ("));
    }

    @Test
    @DisplayName("writes one line for each file, in the order given, in the language asked for")
    void files() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"asOf\":\"2026-05-20\"}");
        Run run = Run.of("decide", RULES, "--lang", "en", EXAMPLE, other.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.outLines()).hasSize(2);
        assertThat(run.outLines().get(0)).contains("\"asOf\":\"2026-03-26\"", "overdue");
        assertThat(run.outLines().get(1)).contains("\"asOf\":\"2026-05-20\"");
    }

    @Test
    @DisplayName("tells every error with its file and pointer, writes no decision, and goes on with the other files")
    void badRequest() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"asOf\":\"2026-02-30\",\"project\":[]}");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{");
        Path good = Files.writeString(folder.resolve("good.json"), "{\"asOf\":\"2026-05-20\"}");
        Run run = Run.of("decide", RULES, "--lang=en", bad.toString(), broken.toString(), good.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith(bad + ": /asOf: BAD_FORMAT: "),
                        line -> assertThat(line)
                                .startsWith(bad + ": /project: UNKNOWN_FIELD: ")
                                .contains("projects"),
                        line -> assertThat(line).startsWith(broken + ": "));
        assertThat(run.outLines()).hasSize(1);
    }

    @Test
    @DisplayName("answers a stream line by line, bad lines in their place")
    void stream() throws IOException {
        Path lines = Files.writeString(
                folder.resolve("requests.ndjson"),
                "{\"asOf\":\"2026-05-20\"}\n{\"asOf\":1}\n{\n{\"asOf\":\"2026-05-21\"}");
        Run run = Run.of("decide", RULES, lines.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.outLines())
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"asOf\":\"2026-05-20\""),
                        line -> assertThat(line)
                                .startsWith("{\"line\":2,\"problem\":{")
                                .contains("\"status\":422", "\"pointer\":\"/asOf\",\"code\":\"WRONG_TYPE\""),
                        line -> assertThat(line)
                                .startsWith("{\"line\":3,\"problem\":{")
                                .contains("\"status\":400"),
                        line -> assertThat(line).contains("\"asOf\":\"2026-05-21\""));
        assertThat(run.err()).isEmpty();
        assertThat(Run.withInput("{}\n{}\n", "decide", RULES, "--ndjson"))
                .satisfies(both -> assertThat(both.exitCode()).isZero())
                .satisfies(both -> assertThat(both.outLines()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"asOf\":\"2026-03-26\"}\n{\"asOf\":\"2026-03-27\"}",
                "\uFEFF\r\n {\"asOf\":\"2026-03-26\"} \r\n\r\n{\"asOf\":\"2026-03-27\"}\r\n",
                "{\"asOf\":\"2026-03-26\",\"projects\":[{\"id\":\"}]\\\\\",\"name\":\"a\\\"b{[\"}]}\n{\"asOf\":\"2026-03-27\"}\n",
            })
    @DisplayName("sees by itself that it is given one request a line")
    void lines(String requests) {
        Run run = Run.withInput(requests, "decide", RULES, "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.outLines()).hasSize(2).first().asString().contains("\"asOf\":\"2026-03-26\"");
        assertThat(run.outLines().get(1)).contains("\"asOf\":\"2026-03-27\"");
        assertThat(run.exitCode()).isZero();
        assertThat(Run.withInput(requests, "decide", RULES, "--format=table").err())
                .contains("--format table");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"asOf\":\n\"2026-03-26\"}\n",
                "\n{\n\"projects\": [\n{\"id\": \"}\"}\n],\"asOf\":\"2026-03-26\"}",
                "{\"asOf\":\"2026-03-26\"}\n \n\n",
            })
    @DisplayName("takes a request laid out over several lines for one")
    void oneRequest(String request) {
        Run run = Run.withInput(request, "decide", RULES);
        assertThat(run.outLines()).singleElement().asString().contains("\"asOf\":\"2026-03-26\"");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    @DisplayName("shows tables with names, whose columns line up though Chinese characters are wide")
    void table() {
        Run run = Run.of("decide", RULES, "--format=table", EXAMPLE);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("决定日 2026-03-26").contains("义务 (51)", "金牛高新技术产业园区", "已逾期");
        String heading = line(run, "状态 ");
        String row = line(run, "已逾期 ");
        assertThat(places(row.substring(0, row.indexOf("2026-03-19"))))
                .as("the due day begins where its heading begins")
                .isEqualTo(places(heading.substring(0, heading.indexOf("期限"))));
        assertThat(places(row.substring(0, row.lastIndexOf("3.5.0"))))
                .as("so does the last column")
                .isEqualTo(places(heading.substring(0, heading.indexOf("条款"))));
    }

    private static String line(Run run, String beginning) {
        return run.outLines().stream()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static int places(String text) {
        return Ansi.OFF.new Text(text).getCJKAdjustedLength();
    }

    @Test
    @DisplayName("says which file is not there, and which folder")
    void missing() {
        Run file = Run.of("decide", RULES, "--lang=en", "nowhere.json");
        assertThat(file.exitCode()).isEqualTo(2);
        assertThat(file.errLines()).containsExactly("nowhere.json: cannot be read (it does not exist)");
        Run rules = Run.of("decide", "--rules=nowhere", "--lang=en", EXAMPLE);
        assertThat(rules.exitCode()).isEqualTo(2);
        assertThat(rules.errLines())
                .containsExactly("cannot read the rules folder nowhere (it does not exist); name it with --rules");
    }

    @Test
    @DisplayName("says what is wrong with the rules, and decides nothing by them")
    void badRules() throws IOException {
        Files.writeString(folder.resolve("odd.txt"), "");
        Run run = Run.of("decide", "--rules=" + folder, "--lang=en", EXAMPLE);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.errLines())
                .contains(folder + "/odd.txt:1:1: unknown file: only .drl, .yaml and .csv files"
                        + " (lower case) are read; rename it or move it away");
        assertThat(run.out()).isEmpty();
    }

    @Test
    @DisplayName("is quiet when nobody reads its results any more, and speaks up when the disk is full")
    void lostResults() {
        StringWriter err = new StringWriter();
        assertThat(Run.into(failing("Broken pipe"), err, "{}", "decide", RULES)).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(Run.into(failing("No space left on device"), err, "{}", "decide", RULES))
                .isEqualTo(2);
        assertThat(err.toString()).contains("No space left on device").doesNotContain("\tat ");
    }

    private static OutputStream failing(String reason) {
        return new ResultStream(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException(reason);
                    }
                },
                16);
    }
}
