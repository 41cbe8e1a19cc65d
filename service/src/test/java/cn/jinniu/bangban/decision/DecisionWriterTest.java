package cn.jinniu.bangban.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jinniu.bangban.text.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision is written")
class DecisionWriterTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 26);
    private static final Subject ZONE = new Subject("unit", "jinniu-hightech-zone", "金牛高新技术产业园区");
    private static final Subject PROJECT = new Subject("project", "P-7", null);

    private static final Obligation EVIDENCE = new Obligation(
            "EVIDENCE_REPORT:jinniu-hightech-zone:unit:jinniu-hightech-zone:2026-03",
            "EVIDENCE_REPORT",
            "4.7c",
            "4.7c 月度佐证",
            "jinniu-hightech-zone",
            null,
            ZONE,
            "2026-03",
            LocalDate.of(2026, 3, 25),
            Status.OVERDUE,
            null,
            1,
            null,
            false);
    private static final Obligation MEETING = new Obligation(
            "CONVENE_JOINT_MEETING:service-room:difficulty:X-1",
            "CONVENE_JOINT_MEETING",
            "3.3.1c",
            "3.3.1c 联席会议",
            "service-room",
            "zhang-wei",
            new Subject("difficulty", "X-1", null),
            null,
            null,
            Status.FULFILLED,
            LocalDate.of(2026, 2, 3),
            0,
            List.of("approval-bureau", "education-bureau"),
            true);
    private static final Alert LATE = new Alert(
            "REPORT_LATE:" + EVIDENCE.id(),
            "REPORT_LATE",
            Severity.WARNING,
            List.of("jinniu-hightech-zone", "service-room"),
            ZONE,
            null,
            EVIDENCE,
            "4.7c",
            "4.7c late");
    private static final Alert OWNERLESS = new Alert(
            "NO_CASE_OWNER:project:P-7",
            "NO_CASE_OWNER",
            Severity.CRITICAL,
            List.of(),
            PROJECT,
            null,
            null,
            "5.2",
            "5.2 none");

    private final DecisionWriter writer = new DecisionWriter(new Messages() {
        @Override
        public void say(Obligation obligation, Language language, Sentence out) {
            out.once(
                    language == Language.ZH
                            ? "逾期 " + obligation.daysLate() + " 天"
                            : "late by " + obligation.daysLate());
        }

        @Override
        public void say(Alert alert, Language language, Sentence out) {
            out.once(language == Language.ZH ? "请“处理”\n𠀀" : "see to it");
        }
    });

    private static Decision decision(
            List<Determination> determinations, List<Obligation> obligations, List<Alert> alerts) {
        return new Decision(AS_OF, "jinniu-key-projects", "abc", determinations, obligations, alerts);
    }

    private static Determination owner(@Nullable Object value, List<String> grounds) {
        return new Determination("CASE_OWNER", PROJECT, value, grounds, "4.7", "4.7 牵头");
    }

    private String written(Decision decision, Language language) {
        return new String(writer.bytes(decision, "D-1", language), StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("without white space and with its lists empty when there is nothing to say")
    void empty() {
        assertThat(written(decision(List.of(), List.of(), List.of()), Language.ZH))
                .isEqualTo("{\"decisionId\":\"D-1\",\"asOf\":\"2026-03-26\","
                        + "\"ruleset\":{\"id\":\"jinniu-key-projects\",\"version\":\"abc\"},"
                        + "\"determinations\":[],\"obligations\":[],\"alerts\":[]}");
    }

    @Test
    @DisplayName("with each determination's value as a string, a boolean or null")
    void determinations() {
        Decision decision = decision(
                List.of(owner("jinniu-hightech-zone", List.of("ZONE")), owner(true, List.of()), owner(null, List.of())),
                List.of(),
                List.of());
        String before = "{\"code\":\"CASE_OWNER\",\"subject\":{\"type\":\"project\",\"id\":\"P-7\"},\"value\":";
        String behind = ",\"clause\":\"4.7\",\"rule\":\"4.7 牵头\"}";
        assertThat(written(decision, Language.ZH))
                .contains("\"determinations\":[" + before + "\"jinniu-hightech-zone\",\"grounds\":[\"ZONE\"]" + behind
                        + "," + before + "true,\"grounds\":[]" + behind
                        + "," + before + "null,\"grounds\":[]" + behind + "]");
    }

    @Test
    @DisplayName("with every member of an obligation, null where nothing is said of it")
    void obligations() {
        assertThat(written(decision(List.of(), List.of(EVIDENCE, MEETING), List.of()), Language.ZH))
                .contains(
                        "\"obligations\":[{\"id\":\"EVIDENCE_REPORT:jinniu-hightech-zone:unit:jinniu-hightech-zone:2026-03\","
                                + "\"code\":\"EVIDENCE_REPORT\",\"clause\":\"4.7c\",\"rule\":\"4.7c 月度佐证\","
                                + "\"bearer\":\"jinniu-hightech-zone\",\"assignee\":null,"
                                + "\"subject\":{\"type\":\"unit\",\"id\":\"jinniu-hightech-zone\"},\"period\":\"2026-03\","
                                + "\"due\":\"2026-03-25\",\"status\":\"OVERDUE\",\"fulfilledOn\":null,\"daysLate\":1,"
                                + "\"attendees\":null,\"provisional\":false,\"message\":\"逾期 1 天\"},"
                                + "{\"id\":\"CONVENE_JOINT_MEETING:service-room:difficulty:X-1\","
                                + "\"code\":\"CONVENE_JOINT_MEETING\",\"clause\":\"3.3.1c\",\"rule\":\"3.3.1c 联席会议\","
                                + "\"bearer\":\"service-room\",\"assignee\":\"zhang-wei\","
                                + "\"subject\":{\"type\":\"difficulty\",\"id\":\"X-1\"},\"period\":null,"
                                + "\"due\":null,\"status\":\"FULFILLED\",\"fulfilledOn\":\"2026-02-03\",\"daysLate\":0,"
                                + "\"attendees\":[\"approval-bureau\",\"education-bureau\"],\"provisional\":true,"
                                + "\"message\":\"逾期 0 天\"}]");
    }

    @Test
    @DisplayName("with an alert's obligation by its id, or null, and characters beyond ASCII as they are")
    void alerts() {
        assertThat(written(decision(List.of(), List.of(), List.of(LATE, OWNERLESS)), Language.ZH))
                .contains("\"alerts\":[{\"id\":\"REPORT_LATE:EVIDENCE_REPORT:jinniu-hightech-zone:unit:"
                        + "jinniu-hightech-zone:2026-03\",\"code\":\"REPORT_LATE\",\"severity\":\"WARNING\","
                        + "\"addressees\":[\"jinniu-hightech-zone\",\"service-room\"],"
                        + "\"subject\":{\"type\":\"unit\",\"id\":\"jinniu-hightech-zone\"},"
                        + "\"obligation\":\"EVIDENCE_REPORT:jinniu-hightech-zone:unit:jinniu-hightech-zone:2026-03\","
                        + "\"clause\":\"4.7c\",\"message\":\"请“处理”\\n𠀀\"},"
                        + "{\"id\":\"NO_CASE_OWNER:project:P-7\",\"code\":\"NO_CASE_OWNER\",\"severity\":\"CRITICAL\","
                        + "\"addressees\":[],\"subject\":{\"type\":\"project\",\"id\":\"P-7\"},\"obligation\":null,"
                        + "\"clause\":\"5.2\",\"message\":\"请“处理”\\n𠀀\"}]");
    }

    @Test
    @DisplayName("in the language asked for, with nothing but the messages changed")
    void language() {
        Decision decision = decision(List.of(owner("x", List.of())), List.of(EVIDENCE), List.of(LATE));
        assertThat(written(decision, Language.EN))
                .contains("late by 1", "see to it")
                .isEqualTo(written(decision, Language.ZH)
                        .replace("逾期 1 天", "late by 1")
                        .replace("请“处理”\\n𠀀", "see to it"));
    }

    @Test
    @DisplayName("to a stream that is left open and unflushed for the next line")
    void streamIsLeftOpen() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() {
                throw new AssertionError("flushed");
            }

            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };
        Decision decision = decision(List.of(), List.of(EVIDENCE), List.of());
        writer.write(decision, "D-1", Language.ZH, out);
        out.write('\n');
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(written(decision, Language.ZH) + "\n");
    }

    @Test
    @DisplayName("not at all when the stream fails, whose own exception comes out")
    void streamFails() {
        IOException broken = new IOException("connection reset");
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw broken;
            }
        };
        assertThatThrownBy(() -> writer.write(decision(List.of(), List.of(), List.of()), "D-1", Language.ZH, out))
                .isSameAs(broken);
    }

    @Test
    @DisplayName("never with a value that the contract has no form for")
    void strangeValue() {
        Decision decision = decision(List.of(owner(1.5, List.of())), List.of(), List.of());
        assertThatThrownBy(() -> writer.bytes(decision, "D-1", Language.ZH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5");
    }
}
