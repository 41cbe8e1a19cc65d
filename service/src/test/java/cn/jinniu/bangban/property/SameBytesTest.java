package cn.jinniu.bangban.property;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.desk.DecisionDesk;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.engine.ShippedRules;
import cn.jinniu.bangban.ruleset.RulesetRefused;
import cn.jinniu.bangban.ruleset.RulesetSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The same request gives the same bytes")
class SameBytesTest {
    private static final int CASES = 200;
    private static final int THREADS = 8;

    private final Locale usualLocale = Locale.getDefault();
    private final TimeZone usualZone = TimeZone.getDefault();

    @AfterEach
    void putBack() {
        Locale.setDefault(usualLocale);
        TimeZone.setDefault(usualZone);
    }

    @Test
    @DisplayName("asked again, and asked by many threads at once")
    void onManyThreads() throws Exception {
        List<String> once = answers(Asked.SHIPPED);
        List<Callable<List<String>>> askers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            askers.add(() -> answers(Asked.SHIPPED));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<List<String>> answers : threads.invokeAll(askers)) {
                assertThat(answers.get()).isEqualTo(once);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest(name = "on a machine set to {0}, {1}")
    @CsvSource({"tr-TR, Asia/Kathmandu", "ar-EG-u-nu-arab, America/St_Johns", "th-TH-u-ca-buddhist, Pacific/Kiritimati"
    })
    void onAnyMachine(String locale, String zone) throws IOException, RulesetRefused {
        List<String> here = answers(Asked.SHIPPED);
        Locale.setDefault(Locale.forLanguageTag(locale));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Ruleset loadedThere = Ruleset.load(RulesetSource.read(ShippedRules.FOLDER));
        assertThat(loadedThere.version()).isEqualTo(ShippedRules.RULESET.version());
        assertThat(answers(new DecisionDesk(loadedThere))).isEqualTo(here);
        assertThat(answers(Asked.SHIPPED)).isEqualTo(here);
    }

    private static List<String> answers(DecisionDesk desk) {
        return Requests.seeds(CASES)
                .mapToObj(seed -> Asked.answer(desk, Requests.of(seed).toString()))
                .toList();
    }
}
