package cn.jinniu.bangban.log;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for what comes about by itself. */
final class Eventually {
    private Eventually() {}

    static void that(Callable<Boolean> comesAbout) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(comesAbout);
    }
}
