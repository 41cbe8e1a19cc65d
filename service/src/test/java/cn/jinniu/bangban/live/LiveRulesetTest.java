package cn.jinniu.bangban.live;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.Answer;
import cn.jinniu.bangban.ruleset.RulesetProblem;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The ruleset in force")
class LiveRulesetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @TempDir
    Path parent;

    private final AtomicInteger minutes = new AtomicInteger();
    private final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final List<String> told = new ArrayList<>();
    private LiveRuleset live;
    private SmallRules rules;

    private final class Listener implements LiveListener {
        @Override
        public void comesIntoForce(InForce next) {
            if (next.source().paths().contains("forbidden.yaml")) {
                throw new IllegalStateException("as the test wants it");
            }
            told.add("in force " + next.version());
        }

        @Override
        public void refused(Standing standing) {
            told.add("refused");
        }

        @Override
        public void looked(Outcome outcome, long nanoseconds) {
            outcomes.add(outcome);
        }
    }

    private ZonedDateTime now() {
        return ZonedDateTime.of(2026, 3, 1, 8, 0, 0, 0, ZoneId.of("Asia/Shanghai"))
                .plusMinutes(minutes.get());
    }

    private void start(String interval, Duration limit) throws InterruptedException {
        live = new LiveRuleset(
                new LiveSettings(
                        rules.folder,
                        rules.scenarios,
                        Duration.parse(interval),
                        Duration.ofMillis(20),
                        Duration.ofSeconds(20),
                        limit),
                this::now,
                List.of(new Listener()));
        live.start();
        live.watch();
        outcomes.clear();
    }

    private void start() throws InterruptedException {
        rules = new SmallRules(parent);
        start("PT0S", Duration.ofMinutes(5));
    }

    @AfterEach
    void stop() {
        live.close();
    }

    /** The due day that the ruleset in force gives. */
    private String due() {
        InForce inForce = Objects.requireNonNull(live.standing().inForce());
        Answer answer = inForce.desk().answer(SmallRules.REQUEST.getBytes(StandardCharsets.UTF_8), DAY);
        return String.valueOf(
                ((Answer.Decided) answer).decision().obligations().get(0).due());
    }

    private List<String> problems() {
        Refusal refusal = Objects.requireNonNull(live.standing().refusal());
        return refusal.problems().stream()
                .map(problem -> problem.file() + ":" + problem.line() + ": "
                        + problem.message().en())
                .toList();
    }

    @Nested
    @DisplayName("when the folder is edited")
    class Edited {
        @Test
        @DisplayName("is replaced by what was saved, once, and the listener is told before")
        void published() throws Exception {
            start();
            assertThat(due()).isEqualTo("2026-01-02");
            rules.edit("2");
            assertThat(due()).as("nobody has looked").isEqualTo("2026-01-02");
            assertThat(live.reload()).isEqualTo(Outcome.PUBLISHED);
            assertThat(due()).isEqualTo("2026-01-03");
            assertThat(live.standing().state()).isEqualTo(RulesetState.CURRENT);
            assertThat(live.reload()).isEqualTo(Outcome.UNCHANGED);
            assertThat(told)
                    .hasSize(2)
                    .last()
                    .isEqualTo("in force "
                            + Objects.requireNonNull(live.standing().inForce()).version());
        }

        @Test
        @DisplayName(
                "goes on when what was saved is broken, says what is wrong and since when, and recovers when mended")
        void staleAndMended() throws Exception {
            start();
            String version = Objects.requireNonNull(live.standing().inForce()).version();
            minutes.set(5);
            rules.edit("2 +"); // does not compile
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            assertThat(live.standing().state()).isEqualTo(RulesetState.STALE);
            assertThat(problems()).singleElement().asString().startsWith("5-safeguards/5.1-edited.drl:");
            assertThat(due()).isEqualTo("2026-01-02");
            minutes.set(9);
            rules.write("5-safeguards/5.1-edited.drl", "rule \"5.1 half"); // half saved
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            Standing standing = live.standing();
            assertThat(Objects.requireNonNull(standing.refusal()).since().getMinute())
                    .isEqualTo(5);
            assertThat(standing.refusal().at().getMinute()).isEqualTo(9);
            assertThat(standing.refusal().version()).isNotEqualTo(version);
            assertThat(Objects.requireNonNull(standing.inForce()).version()).isEqualTo(version);

            minutes.set(11);
            rules.edit("3");
            assertThat(live.reload()).isEqualTo(Outcome.PUBLISHED);
            assertThat(live.standing().state()).isEqualTo(RulesetState.CURRENT);
            assertThat(live.standing().since().getMinute()).isEqualTo(11);
            assertThat(due()).isEqualTo("2026-01-04");
        }

        @Test
        @DisplayName("is current again, and not made anew, when an edit is undone")
        void undone() throws Exception {
            start();
            InForce before = live.standing().inForce();
            rules.write("notes.txt", "not a rule file");
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            assertThat(problems()).singleElement().asString().startsWith("notes.txt:0: unknown file");
            Files.delete(rules.folder.resolve("notes.txt"));
            assertThat(live.reload()).isEqualTo(Outcome.UNCHANGED);
            assertThat(live.standing().state()).isEqualTo(RulesetState.CURRENT);
            assertThat(live.standing().inForce()).isSameAs(before);
        }

        @Test
        @DisplayName("does not come into force with a rule that fails on a scenario")
        void failsOnScenario() throws Exception {
            start();
            rules.edit("1 / ( asOf.getYear() - 2026 )");
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            assertThat(problems())
                    .singleElement()
                    .asString()
                    .startsWith("5-safeguards/5.1-edited.drl:1: trial: the rule «5.1 改了又改 / edited»")
                    .contains("the due day is the one the rule says");
            assertThat(due()).isEqualTo("2026-01-02");
        }

        @Test
        @DisplayName("comes into force although a scenario expects otherwise, and says which")
        void differsFromScenario() throws Exception {
            start();
            rules.edit("7");
            assertThat(live.reload()).isEqualTo(Outcome.PUBLISHED);
            TrialReport trial = Objects.requireNonNull(live.standing().trial());
            assertThat(trial.unread()).isEmpty();
            assertThat(trial.scenarios()).isEqualTo(1);
            assertThat(trial.differing())
                    .singleElement()
                    .satisfies(differing -> assertThat(differing.file()).isEqualTo("edited.yaml"));
            rules.scenario("2026-01-10");
            rules.edit("9");
            live.reload();
            assertThat(Objects.requireNonNull(live.standing().trial()).differing())
                    .isEmpty();
        }

        @Test
        @DisplayName("does not come into force when a listener forbids it")
        void forbidden() throws Exception {
            start();
            rules.write("forbidden.yaml", "");
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            assertThat(live.standing().state()).isEqualTo(RulesetState.STALE);
            assertThat(due()).isEqualTo("2026-01-02");
        }

        @Test
        @DisplayName("is given up, not waited for, when it takes too long to make")
        void tooLong() throws Exception {
            rules = new SmallRules(parent);
            start("PT0S", Duration.ZERO);
            assertThat(live.standing().state()).isEqualTo(RulesetState.FAILED);
            assertThat(problems()).singleElement().asString().contains("took longer than the limit");
        }
    }

    @Nested
    @DisplayName("when the folder is emptied or gone")
    class Gone {
        @Test
        @DisplayName("goes on without the folder, and is current when the folder is back")
        void deletedAndRestored() throws Exception {
            start();
            rules.delete();
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            assertThat(live.standing().state()).isEqualTo(RulesetState.STALE);
            assertThat(problems()).containsExactly(".:0: the rules folder is not there; put it back");
            assertThat(due()).isEqualTo("2026-01-02");
            rules.restore("4");
            assertThat(live.reload()).isEqualTo(Outcome.PUBLISHED);
            assertThat(due()).isEqualTo("2026-01-05");
        }

        @Test
        @DisplayName("goes on when there is no rule left, or a rule file is empty")
        void noRules() throws Exception {
            start();
            rules.write("5-safeguards/5.1-edited.drl", "");
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            assertThat(problems())
                    .singleElement()
                    .asString()
                    .startsWith("5-safeguards/5.1-edited.drl:0: the file is empty");
            Files.delete(rules.folder.resolve("5-safeguards/5.1-edited.drl"));
            Files.delete(rules.folder.resolve("status-and-alerts/status.drl"));
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            assertThat(problems()).singleElement().asString().contains("no rule");
        }

        @Test
        @DisplayName("is not there at the start, and is as soon as the folder is mended")
        void failedAtFirst() throws Exception {
            rules = new SmallRules(parent);
            rules.delete();
            start("PT0S", Duration.ofMinutes(5));
            assertThat(live.standing().state()).isEqualTo(RulesetState.FAILED);
            assertThat(live.standing().inForce()).isNull();
            assertThat(live.reload()).isEqualTo(Outcome.REFUSED);
            rules.restore("6");
            assertThat(live.reload()).isEqualTo(Outcome.PUBLISHED);
            assertThat(live.standing().state()).isEqualTo(RulesetState.CURRENT);
            assertThat(due()).isEqualTo("2026-01-07");
        }
    }

    @Nested
    @DisplayName("that is watched")
    class Watched {
        private void watched() throws InterruptedException {
            rules = new SmallRules(parent);
            start("PT0.02S", Duration.ofMinutes(5));
        }

        private Outcome next() throws InterruptedException {
            return Objects.requireNonNull(outcomes.poll(2, TimeUnit.MINUTES), "nobody looked");
        }

        @Test
        @DisplayName("follows edits in place and by renaming, of old files and new ones")
        void follows() throws Exception {
            watched();
            rules.edit("2");
            assertThat(next()).isEqualTo(Outcome.PUBLISHED);
            rules.editByRenaming("3");
            assertThat(next()).isEqualTo(Outcome.PUBLISHED);
            assertThat(due()).isEqualTo("2026-01-04");
            rules.write("a/b/c/more.drl", "rule broken");
            assertThat(next()).isEqualTo(Outcome.REFUSED);
            Files.delete(rules.folder.resolve("a/b/c/more.drl"));
            assertThat(next()).isEqualTo(Outcome.UNCHANGED);
        }

        @Test
        @DisplayName("takes a burst of saves as few edits, and ends with the last")
        void burst() throws Exception {
            watched();
            for (int i = 1; i <= 300; i++) {
                rules.edit(Integer.toString(i % 50 + 2));
            }
            List<Outcome> all = new ArrayList<>();
            while (!due().equals("2026-01-03")) {
                all.add(next());
            }
            assertThat(all).isNotEmpty().hasSizeLessThan(100);
        }

        @Test
        @DisplayName("is not looked at for what editors leave behind")
        void leftovers() throws Exception {
            watched();
            for (String name : List.of(".5.1.drl.swp", "a.drl~", "b.DRL.tmp", ".DS_Store", "#c.drl#", "4913")) {
                rules.write(name, "x");
            }
            rules.edit("8");
            assertThat(next()).isEqualTo(Outcome.PUBLISHED);
            assertThat(due()).isEqualTo("2026-01-09");
            assertThat(live.standing().refusal()).isNull();
            assertThat(outcomes).isEmpty();
        }
    }

    @Test
    @DisplayName("is still decided by for who took it before it was replaced")
    void taken() throws Exception {
        start();
        InForce before = Objects.requireNonNull(live.standing().inForce());
        rules.edit("2");
        live.reload();
        Answer answer = before.desk().answer(SmallRules.REQUEST.getBytes(StandardCharsets.UTF_8), DAY);
        assertThat(((Answer.Decided) answer).decision().version()).isEqualTo(before.version());
        assertThat(((Answer.Decided) answer).decision().obligations().get(0).due())
                .isEqualTo("2026-01-02");
    }

    @Test
    @DisplayName("is let go of when it was replaced: nothing of it stays in memory")
    void collected() throws Exception {
        start();
        List<WeakReference<InForce>> replaced = new ArrayList<>();
        for (int days = 2; days < 12; days++) {
            due();
            replaced.add(
                    new WeakReference<>(Objects.requireNonNull(live.standing().inForce())));
            rules.edit(Integer.toString(days));
            assertThat(live.reload()).isEqualTo(Outcome.PUBLISHED);
        }
        for (int i = 0; i < 50 && replaced.stream().anyMatch(one -> one.get() != null); i++) {
            System.gc();
        }
        assertThat(replaced).allMatch(one -> one.get() == null);
    }

    @Test
    @DisplayName("has a problem of the folder told in both languages")
    void bothLanguages() throws Exception {
        start();
        rules.delete();
        live.reload();
        RulesetProblem problem =
                Objects.requireNonNull(live.standing().refusal()).problems().get(0);
        assertThat(problem.message().zh()).isEqualTo("没有规则目录；请恢复该目录");
    }

    @Test
    @DisplayName("leaves no thread behind")
    void threads() throws IOException, InterruptedException {
        // Services of other tests may be running in this process, with threads of the same names.
        Set<Thread> others = Set.copyOf(Thread.getAllStackTraces().keySet());
        rules = new SmallRules(parent);
        start("PT0.02S", Duration.ofMinutes(5));
        rules.edit("2");
        live.reload();
        live.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !others.contains(thread))
                .extracting(Thread::getName)
                .doesNotContain("ruleset-watch", "ruleset-maker");
    }
}
