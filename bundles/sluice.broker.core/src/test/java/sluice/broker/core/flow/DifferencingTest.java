package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.flow.Corridor.TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.flow.Corridor.Count;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Window;

/**
 * The attack: a recipient keeps a month of counts and subtracts them from each other. A count of [a, b) is an edge between a and b; whatever is
 * connected, it knows. While it listens the city changes the window's length, the platform restarts, the application is updated, and the
 * clock is set back.
 */
final class DifferencingTest {
    private static final int AT_LEAST = 11;
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int STEPS_A_DAY = 288;
    private static final int[] LENGTHS = {15, 20, 60};

    private final SplittableRandom random = new SplittableRandom(11);
    private final Corridor corridor = new Corridor(TEN);
    private final Map<String, Integer> lengths = new HashMap<>();
    private int cars;
    private int length = 15;

    private record Told(String segment, Instant from, Instant until, long count) {}

    @Test
    void a_months_counts_give_no_count_of_few_away() {
        join();
        List<Told> told = new ArrayList<>();
        for (int step = 0; step < 30 * STEPS_A_DAY; step++) {
            corridor.now = corridor.now.plus(STEP);
            pass("king", random.nextInt(8));
            pass("queen", random.nextInt(step % STEPS_A_DAY < 96 ? 3 : 12));
            corridor.until(corridor.now);
            told.addAll(drain());
            something(step);
        }
        assertThat(told).hasSizeGreaterThan(500);
        assertThat(fewest(told)).isGreaterThanOrEqualTo(AT_LEAST);
    }

    /** Two lengths at once, each with its threshold: the attack finds small counts, so that the test above can fail. */
    @Test
    void thresholds_alone_give_them_away() {
        List<Told> told = new ArrayList<>();
        Map<Instant, Integer> passages = new TreeMap<>();
        for (int step = 0; step < STEPS_A_DAY; step++) {
            passages.put(TEN.plus(STEP.multipliedBy(step)), random.nextInt(12));
        }
        for (int minutes : new int[] {15, 20}) {
            for (Instant from = TEN; from.isBefore(TEN.plus(Duration.ofHours(20))); ) {
                Instant start = from;
                Instant until = from.plus(Duration.ofMinutes(minutes));
                long count = passages.entrySet().stream()
                        .filter(one ->
                                !one.getKey().isBefore(start) && one.getKey().isBefore(until))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                if (count >= AT_LEAST) {
                    told.add(new Told("king", from, until, count));
                }
                from = until;
            }
        }
        assertThat(fewest(told)).isLessThan(AT_LEAST);
    }

    private void something(int step) {
        switch (random.nextInt(120)) {
            case 0 -> {
                length = LENGTHS[random.nextInt(LENGTHS.length)];
                corridor.router.activate(Town.with(policy(length)));
            }
            case 1 -> {
                corridor.start();
                join();
            }
            case 2 -> join();
            case 3 -> corridor.now = corridor.now.minus(Duration.ofMinutes(random.nextInt(40)));
            default -> assertThat(step).isNotNegative();
        }
    }

    private void join() {
        corridor.join("planning", Count.class, policy(length));
    }

    /** Each car passes once, so that counts can be added up. */
    private void pass(String segment, int many) {
        for (int i = 0; i < many; i++) {
            cars++;
            corridor.pass("car-" + cars, segment, corridor.now.minusSeconds(random.nextInt(20)));
        }
    }

    private static Policy policy(int minutes) {
        Window window = Corridor.window("plate", AT_LEAST);
        Window other = new Window(
                Duration.ofMinutes(minutes),
                window.lateness(),
                window.idle(),
                window.subject(),
                window.atLeast(),
                window.groupsPerSubject(),
                window.diversity(),
                window.noise());
        Policy counts = Corridor.counts(other);
        List<Policy.Release> releases = new ArrayList<>(counts.releases());
        releases.set(
                1,
                new Policy.Release(
                        "observed",
                        "observed",
                        List.of(new Policy.Step("round-time", Argument.of("PT" + minutes + "M"))),
                        new Where("policies/line.yaml", 12)));
        return new Policy(
                counts.name(),
                counts.stream(),
                counts.purpose(),
                counts.recipient(),
                List.of(),
                List.of(),
                other,
                releases,
                counts.retention(),
                counts.where());
    }

    private List<Told> drain() {
        List<Told> told = corridor.ports.delivered.stream()
                .map(delivery -> told(
                        String.valueOf(delivery.values().getObject(0)),
                        (Instant) delivery.values().getObject(1),
                        delivery))
                .toList();
        corridor.ports.delivered.clear();
        return told;
    }

    /** The recipient knows by which terms it was told, and so how long the window was. */
    private Told told(String segment, Instant from, Delivery delivery) {
        return new Told(
                segment,
                from,
                from.plus(Duration.ofMinutes(
                        lengths.computeIfAbsent(delivery.terms().release(), any -> length))),
                delivery.values().getLong(2));
    }

    /** The fewest cars of any span that the counts determine; a span of nobody is told by no count. */
    private static long fewest(List<Told> told) {
        Map<String, Map<Instant, List<Told>>> edges = new HashMap<>();
        for (Told one : told) {
            edges.computeIfAbsent(one.segment, any -> new TreeMap<>())
                    .computeIfAbsent(one.from, any -> new ArrayList<>())
                    .add(one);
            edges.get(one.segment)
                    .computeIfAbsent(one.until, any -> new ArrayList<>())
                    .add(one);
        }
        return edges.values().stream()
                .mapToLong(DifferencingTest::fewestOf)
                .min()
                .orElseThrow();
    }

    private static long fewestOf(Map<Instant, List<Told>> edges) {
        Map<Instant, Long> known = new TreeMap<>();
        long fewest = Long.MAX_VALUE;
        for (Instant root : edges.keySet()) {
            if (!known.containsKey(root)) {
                Map<Instant, Long> connected = connected(root, edges);
                known.putAll(connected);
                Long before = null;
                for (long sum : connected.values()) {
                    fewest = before == null ? fewest : Math.min(fewest, sum - before);
                    before = sum;
                }
            }
        }
        return fewest;
    }

    private static Map<Instant, Long> connected(Instant root, Map<Instant, List<Told>> edges) {
        Map<Instant, Long> sums = new TreeMap<>(Map.of(root, 0L));
        Deque<Instant> next = new ArrayDeque<>(List.of(root));
        while (!next.isEmpty()) {
            Instant here = next.pop();
            for (Told one : edges.get(here)) {
                boolean isForward = one.from.equals(here);
                Instant there = isForward ? one.until : one.from;
                if (!sums.containsKey(there)) {
                    sums.put(there, sums.get(here) + (isForward ? one.count : -one.count));
                    next.push(there);
                }
            }
        }
        return sums;
    }
}
