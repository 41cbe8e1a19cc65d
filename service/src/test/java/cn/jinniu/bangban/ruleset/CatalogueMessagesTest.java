package cn.jinniu.bangban.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Severity;
import cn.jinniu.bangban.decision.Status;
import cn.jinniu.bangban.decision.Subject;
import cn.jinniu.bangban.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Messages")
class CatalogueMessagesTest {
    private static final RulesetData DATA = new RulesFolder().data();
    private static final Messages MESSAGES = DATA.messages();
    private static final LocalDate DUE = LocalDate.of(2026, 3, 25);
    private static final LocalDate DONE = LocalDate.of(2026, 3, 28);
    private static final Subject PROJECT = new Subject("project", "P-7", "天回医学城");
    private static final Pattern BROKEN =
            Pattern.compile("[{}\\[\\]—]|null|\\(\\)|（）|“”|  | [.,;)]|[，；：（、]([。，；]|$)|^\\s|\\s$");

    private static Obligation obligation(String code, Status status, boolean late, Subject subject, boolean full) {
        boolean timed = status != Status.STANDING && status != Status.SUSPENDED;
        boolean fulfilled = status == Status.FULFILLED;
        return new Obligation(
                code + ":jinniu-hightech-zone:" + subject.type() + ":" + subject.id(),
                code,
                "1",
                "rule",
                "jinniu-hightech-zone",
                full ? "C-12" : null,
                subject,
                full ? "2026-03" : null,
                timed && (full || late || !fulfilled) ? DUE : null,
                status,
                fulfilled ? DONE : null,
                late ? 3 : 0,
                full ? List.of("approval-bureau", "service-room") : null,
                full);
    }

    private static List<Obligation> inEveryStatus(String code) {
        List<Obligation> all = new ArrayList<>();
        for (boolean full : new boolean[] {true, false}) {
            for (Subject subject : List.of(
                    PROJECT,
                    new Subject("project", "P-7", null),
                    new Subject("unit", "jinniu-hightech-zone", null),
                    new Subject("commissioner", "C-12", null),
                    new Subject("district", "510106", null))) {
                all.add(obligation(code, Status.FULFILLED, false, subject, full));
                all.add(obligation(code, Status.FULFILLED, true, subject, full));
                all.add(obligation(code, Status.PENDING, false, subject, full));
                all.add(obligation(code, Status.OVERDUE, true, subject, full));
                all.add(obligation(code, Status.STANDING, false, subject, full));
                all.add(obligation(code, Status.SUSPENDED, false, subject, full));
            }
        }
        return all;
    }

    private static Alert alert(String code, @Nullable Obligation about, @Nullable String unit, String... addressees) {
        Subject subject = about == null ? PROJECT : about.subject();
        return new Alert(code + ":x", code, Severity.WARNING, List.of(addressees), subject, unit, about, "1", "1 rule");
    }

    static Stream<String> obligationCodes() {
        return Stream.concat(DATA.catalogue().obligations().keySet().stream(), Stream.of("UNHEARD_OF"));
    }

    static Stream<String> alertCodes() {
        return Stream.concat(DATA.catalogue().alerts().keySet().stream(), Stream.of("UNHEARD_OF"));
    }

    private static void assertSound(String zh, String en, @Nullable Obligation about) {
        assertThat(zh).doesNotContainPattern(BROKEN).endsWith("。");
        assertThat(en).doesNotContainPattern(BROKEN).endsWith(".").isNotEqualTo(zh);
        if (about != null) {
            assertThat(zh).contains("金牛高新技术产业园区");
            assertThat(en).contains("Jinniu High-Tech Industrial Park");
            for (LocalDate day : Stream.of(about.due(), about.fulfilledOn())
                    .filter(day -> day != null)
                    .toList()) {
                assertThat(zh).contains(day.toString());
                assertThat(en).contains(day.toString());
            }
            if (about.daysLate() > 0) {
                assertThat(zh).contains("逾期3天");
                assertThat(en).contains("3 days late");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("obligationCodes")
    @DisplayName("of every obligation are whole sentences in every status, with unit, due day and delay")
    void obligations(String code) {
        for (Obligation obligation : inEveryStatus(code)) {
            String zh = MESSAGES.of(obligation, Language.ZH);
            String en = MESSAGES.of(obligation, Language.EN);
            assertSound(zh, en, obligation);
            if (obligation.subject().type().equals("project")) {
                assertThat(zh).contains("项目P-7");
                assertThat(en).contains("project P-7");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("alertCodes")
    @DisplayName("of every alert are whole sentences, with and without an obligation")
    void alerts(String code) {
        for (Obligation about : inEveryStatus("ASSIGN_COMMISSIONER")) {
            Alert alert = alert(code, about, null, "jinniu-hightech-zone", "service-room");
            assertSound(MESSAGES.of(alert, Language.ZH), MESSAGES.of(alert, Language.EN), about);
        }
        for (Alert alert : List.of(alert(code, null, null), alert(code, null, "xihua-subdistrict", "service-room"))) {
            String zh = MESSAGES.of(alert, Language.ZH);
            String en = MESSAGES.of(alert, Language.EN);
            assertSound(zh, en, null);
            assertThat(zh).contains("项目P-7“天回医学城”");
            assertThat(en).contains("project P-7 “天回医学城”");
        }
    }

    @Nested
    @DisplayName("say, for example,")
    class Examples {
        @Test
        @DisplayName("who owes what until when")
        void pending() {
            Obligation pending = obligation("ASSIGN_COMMISSIONER", Status.PENDING, false, PROJECT, false);
            assertThat(MESSAGES.of(pending, Language.ZH)).isEqualTo("金牛高新技术产业园区应于2026-03-25前（含当日）为项目P-7“天回医学城”匹配服务专员。");
            assertThat(MESSAGES.of(pending, Language.EN))
                    .isEqualTo("Jinniu High-Tech Industrial Park is to assign a commissioner to project P-7 “天回医学城”"
                            + " by 2026-03-25.");
        }

        @Test
        @DisplayName("how late a report is, for which month")
        void overdue() {
            Subject zone = new Subject("unit", "jinniu-hightech-zone", null);
            Obligation overdue = new Obligation(
                    "x",
                    "EVIDENCE_REPORT",
                    "4.7c",
                    "rule",
                    zone.id(),
                    null,
                    zone,
                    "2026-03",
                    DUE,
                    Status.OVERDUE,
                    null,
                    1,
                    null,
                    false);
            Alert late = alert("REPORT_LATE", overdue, null, zone.id(), "service-room");
            assertThat(MESSAGES.of(late, Language.ZH))
                    .isEqualTo("报送逾期：金牛高新技术产业园区应于2026-03-25前（含当日）向服务室报送2026年3月帮办代办印证材料，已逾期1天，请立即办理。");
            assertThat(MESSAGES.of(late, Language.EN))
                    .isEqualTo(
                            "Report late: Jinniu High-Tech Industrial Park was to hand the service room the evidence of"
                                    + " assistance for March 2026 by 2026-03-25 and is 1 day late; please do it now.");
        }

        @Test
        @DisplayName("which units are to meet")
        void attendees() {
            Subject difficulty = new Subject("difficulty", "D-1", null);
            Obligation meeting = obligation("CONVENE_JOINT_MEETING", Status.PENDING, false, difficulty, true);
            assertThat(MESSAGES.of(meeting, Language.ZH)).contains("就难点问题D-1召集联席会议（参会单位：区行政审批局、区重点项目服务室）");
        }

        @Test
        @DisplayName("which unit changes its commissioners too often")
        void unit() {
            Alert churn = alert("COMMISSIONER_CHURN", null, "xihua-subdistrict", "service-room", "xihua-subdistrict");
            assertThat(MESSAGES.of(churn, Language.ZH)).isEqualTo("专员更换频繁：西华街道派往项目P-7“天回医学城”的服务专员近期多次更换，请保持人员稳定。");
        }
    }

    @Test
    @DisplayName("take a subject's name as it is, even one that looks like a placeholder")
    void nameLikePlaceholder() {
        Subject tricky = new Subject("project", "P-8", "{due}[x]$1");
        Obligation pending = obligation("ASSIGN_COMMISSIONER", Status.PENDING, false, tricky, false);
        assertThat(MESSAGES.of(pending, Language.ZH)).contains("项目P-8“{due}[x]$1”");
    }

    @Test
    @DisplayName("show the id of a unit the directory no longer has")
    void unknownUnit() {
        Alert alert = alert("OWNER_UNDETERMINED", null, null, "dissolved-bureau");
        assertThat(MESSAGES.of(alert, Language.ZH)).contains("请dissolved-bureau研究确定");
    }

    @Test
    @DisplayName("of a new duty need nothing but its name and what is to be done")
    void newDuty() {
        Messages messages = new RulesFolder()
                .replacing("catalogue.yaml", "# —— 提醒 ——\n", """
                          CHECK_SITE:
                            nameZh: 查看现场
                            nameEn: Check the site
                            actZh: 查看现场
                            actEn: check the site
                        # ——
                        """)
                .data()
                .messages();
        Obligation pending = obligation("CHECK_SITE", Status.PENDING, false, PROJECT, false);
        assertThat(messages.of(pending, Language.ZH)).isEqualTo("金牛高新技术产业园区应于2026-03-25前（含当日）查看现场（项目P-7“天回医学城”）。");
        assertThat(messages.of(pending, Language.EN))
                .isEqualTo(
                        "Jinniu High-Tech Industrial Park is to check the site (project P-7 “天回医学城”) by 2026-03-25.");
    }
}
