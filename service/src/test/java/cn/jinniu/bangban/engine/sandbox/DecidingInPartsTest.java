package cn.jinniu.bangban.engine.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.jinniu.bangban.decision.Decision;
import cn.jinniu.bangban.engine.EvaluationFailed;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.engine.sandbox.BudgetExceeded.What;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.reference.DecisionComparison;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.reference.ReferenceData;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is told of each rule that fires is told by one thread, so that is the way to have a decision made by one. */
@DisplayName("A case file so large that several threads decide it")
class DecidingInPartsTest {
    private static final int PROJECTS = 2_500;
    private static final DecisionLimits ALL =
            new DecisionLimits(Duration.ofMinutes(10), 20_000_000, 20_000_000, 20_000_000, 20_000_000);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("is decided as by one thread, and as by the reference implementation")
    void alike(long seed) {
        CaseFile facts = RandomRequests.of(seed, PROJECTS).facts();
        Decision decision = ShippedRules.RULESET.decide(facts);
        assertThat(decision).isEqualTo(ShippedRules.RULESET.decide(facts, fired -> {}));
        assertThat(DecisionComparison.differences(ReferenceData.decider().decide(facts), decision))
                .isEmpty();
    }

    @Test
    @DisplayName("is decided by more threads than the one that asked")
    void severalThreads() {
        Thread asking = Thread.currentThread();
        Set<Thread> deciding = ConcurrentHashMap.newKeySet();
        CountDownLatch another = new CountDownLatch(1);
        // Whoever counts looks at the clock; the one that asked waits at its second look until another has.
        Budget budget = new Budget(ALL, () -> {
            Thread here = Thread.currentThread();
            if (here != asking) {
                another.countDown();
            } else if (!deciding.add(here)) {
                await(another);
            }
            deciding.add(here);
            return 0;
        });
        ShippedRules.RULESET.decide(RandomRequests.of(1, PROJECTS).facts(), budget);
        assertThat(deciding).hasSizeGreaterThan(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> failures() {
        String alert = "answers.alert( \"OUT_OF_SCOPE\" ).about( $p ).severity( Severity.%s );";
        return Stream.of(
                arguments("throws", TryRules.rule("throws", "if ( $id.endsWith( \"777\" ) ) { $id.substring( 99 ); }")),
                arguments("steps", TryRules.rule("steps", "while ( $id.endsWith( \"777\" ) ) { }")),
                arguments(
                        "contradicts",
                        TryRules.rule("says", alert.formatted("INFO"))
                                + TryRules.rule("contradicts", alert.formatted("WARNING"))),
                arguments("all together", TryRules.rule("all together", "for ( int i = 0; i < 600; i++ ) { }")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    @DisplayName("fails by the rule, and in the words, that it fails by where one thread decides")
    void failsAlike(String name, String rules) {
        Ruleset ruleset = TryRules.load(rules);
        CaseFile facts = TryRules.projects(ruleset, 40_000);
        Budget budget = new Budget(ALL, () -> 0);
        EvaluationFailed one =
                catchThrowableOfType(EvaluationFailed.class, () -> ruleset.decide(facts, budget, fired -> {}));
        EvaluationFailed several = catchThrowableOfType(EvaluationFailed.class, () -> ruleset.decide(facts, budget));
        assertThat(several.rule()).isEqualTo("5.1 " + name).isEqualTo(one.rule());
        assertThat(several.exceeded()).isEqualTo(one.exceeded());
        assertThat(several.why()).isEqualTo(one.why());
    }

    @Test
    @DisplayName("is given up when its time is used up, and not begun again")
    void time() {
        AtomicLong looks = new AtomicLong();
        Budget budget = new Budget(
                ALL,
                () -> looks.incrementAndGet() == 1 ? 0 : Duration.ofHours(1).toNanos());
        Ruleset ruleset = TryRules.load(TryRules.rule("takes long", "for ( int i = 0; i < 100; i++ ) { }"));
        CaseFile facts = TryRules.projects(ruleset, 40_000);
        EvaluationFailed failed = catchThrowableOfType(EvaluationFailed.class, () -> ruleset.decide(facts, budget));
        assertThat(failed.exceeded()).isEqualTo(What.TIME);
        assertThat(failed.rule()).isEqualTo("5.1 takes long");
    }
}
