package cn.jinniu.bangban.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that each ask again as soon as they are answered. */
final class Load {
    private final int port;
    private final int callers;
    private final List<byte[]> bodies;

    Load(int port, int callers, Size size) {
        this.port = port;
        this.callers = callers;
        this.bodies = size.requests();
    }

    /** How long each answer of some time took, in nanoseconds. */
    record Heard(long[] times, double seconds) {
        double perSecond() {
            return times.length / seconds;
        }

        /** In milliseconds. */
        double percentile(double percent) {
            long[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * percent / 100))] / 1e6;
        }

        static Heard all(List<Heard> parts) {
            long[] times = parts.stream()
                    .flatMapToLong(part -> Arrays.stream(part.times))
                    .toArray();
            return new Heard(times, parts.stream().mapToDouble(Heard::seconds).sum());
        }
    }

    /** Asks one address for some time. Any answer but a 200 is an error. */
    Heard run(String path, Duration time) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long began = System.nanoTime();
            List<Future<long[]>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                Callable<long[]> calling = () -> call(path, first, began + time.toNanos());
                all.add(threads.submit(calling));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> each : all) {
                times.add(each.get());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return new Heard(times.stream().flatMapToLong(Arrays::stream).toArray(), seconds);
        } finally {
            threads.shutdownNow();
        }
    }

    private long[] call(String path, int first, long until) throws IOException {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            requests.add(Connection.request(path, i, bodies.get(i)));
        }
        long[] times = new long[1024];
        int count = 0;
        try (Connection connection = new Connection(port)) {
            for (long now = System.nanoTime(); now < until; ) {
                connection.send(requests.get((first + count) % requests.size()));
                long then = System.nanoTime();
                if (count == times.length) {
                    times = Arrays.copyOf(times, 2 * count);
                }
                times[count++] = then - now;
                now = then;
            }
        }
        return Arrays.copyOf(times, count);
    }
}
