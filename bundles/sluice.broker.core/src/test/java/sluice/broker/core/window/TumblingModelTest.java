package sluice.broker.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Grouping.Output;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.aggregate.Counting;
import sluice.broker.core.window.aggregate.Digests;
import sluice.broker.core.window.aggregate.Distinct;
import sluice.broker.core.window.aggregate.Extreme;
import sluice.broker.core.window.aggregate.Protection;
import sluice.broker.core.window.aggregate.Quantile;
import sluice.broker.core.window.aggregate.Steps;
import sluice.broker.core.window.aggregate.Summing;
import sluice.broker.core.window.aggregate.TopValues;

/** A model that is obviously right, on random streams: lists of records, and everything computed at the end by reading them. */
final class TumblingModelTest {
    private static final int STREAMS = 150;
    private static final int RECORDS = 2_000;
    private static final Steps TENS = new Steps(0, 10, 10, true);

    private final SplittableRandom random = new SplittableRandom(5);

    private record Entry(String place, long subject, long value, boolean hasValue, long sensitive, long at) {}

    @Test
    void windows_tell_what_the_model_tells() {
        int rows = 0;
        for (int stream = 0; stream < STREAMS; stream++) {
            rows += compare(new Protection(1 + random.nextInt(6), 1 + random.nextInt(2), 1 + random.nextInt(4), true));
        }
        assertThat(rows).isGreaterThan(10 * STREAMS);
    }

    private int compare(Protection protection) {
        Room room = new Room(50_000_000);
        Tumbling windows =
                new Tumbling(grouping(protection), Bench.MINUTES, room, Birth.at(Bench.START), new SplittableRandom(1));
        Model model = new Model(protection);
        List<String> told = new ArrayList<>();
        long now = Bench.START.toEpochMilli();
        for (int i = 0; i < RECORDS; i++) {
            now += random.nextInt(400);
            Entry entry = any(now);
            boolean isTaken = windows.take(incoming(entry), Instant.ofEpochMilli(now)) == null;
            assertThat(isTaken).isEqualTo(model.take(entry, now));
            if (random.nextInt(20) == 0) {
                told.addAll(rows(windows.close(Instant.ofEpochMilli(now))));
                model.close(now);
            }
        }
        told.addAll(rows(windows.close(Instant.ofEpochMilli(now + 200_000))));
        model.close(now + 200_000);
        assertThat(told).containsExactlyInAnyOrderElementsOf(model.told);
        assertThat(room.free()).isEqualTo(50_000_000);
        return told.size();
    }

    private Entry any(long now) {
        long at = now - random.nextInt(random.nextInt(20) == 0 ? 100_000 : 8_000) + random.nextInt(500);
        return new Entry(
                "place-" + random.nextInt(4),
                1 + random.nextInt(30) * 7_777_777L,
                random.nextInt(100),
                random.nextInt(5) > 0,
                random.nextInt(3),
                Math.max(at, Bench.START.toEpochMilli()));
    }

    private static Grouping grouping(Protection protection) {
        Digests digests = Digests.fresh();
        // a slice: what is hidden besides is tested where chance is
        return new Grouping(
                protection,
                List.of(
                        Output.key(Role.SLICE),
                        new Output(Role.AGGREGATE, () -> new Counting(protection)),
                        new Output(Role.AGGREGATE, () -> new Summing(protection, true, false)),
                        new Output(Role.AGGREGATE, () -> new Summing(protection, true, true)),
                        new Output(Role.AGGREGATE, () -> new Extreme(protection, true, true)),
                        new Output(Role.AGGREGATE, () -> new Distinct(protection, digests, ValueType.LONG)),
                        new Output(Role.AGGREGATE, () -> new Quantile(protection, TENS, 0.5)),
                        new Output(Role.AGGREGATE, () -> new TopValues(protection, 2))),
                0);
    }

    private static Incoming incoming(Entry entry) {
        Slots values = new Slots(8);
        values.setObject(0, entry.place);
        for (int i = 1; i < 7 && entry.hasValue; i++) {
            values.setLong(i, entry.value);
        }
        values.setObject(7, entry.hasValue ? "v" + entry.value % 3 : null);
        return new Incoming(values, entry.subject, entry.sensitive, Instant.ofEpochMilli(entry.at));
    }

    private static List<String> rows(List<Closed> closed) {
        return closed.stream()
                .flatMap(one -> one.rows().stream().map(row -> row(one.start().toEpochMilli(), row)))
                .toList();
    }

    private static String row(long start, Slots row) {
        StringBuilder text = new StringBuilder(start + " " + row.getObject(0));
        for (int i : new int[] {1, 2, 4, 5}) {
            text.append(' ').append(row.has(i) ? row.getLong(i) : "-");
        }
        for (int i : new int[] {3, 6}) {
            text.append(' ').append(row.has(i) ? row.getDouble(i) : "-");
        }
        return text + " " + (row.has(7) ? row.getObject(7) : "-");
    }

    private static final class Model {
        private final Protection protection;
        private final Map<Long, List<Entry>> open = new TreeMap<>();
        private final Set<Long> ended = new HashSet<>();
        private final List<String> told = new ArrayList<>();
        private long newest = Long.MIN_VALUE / 2;

        Model(Protection protection) {
            this.protection = protection;
        }

        boolean take(Entry entry, long now) {
            newest = Math.max(newest, entry.at);
            long start = entry.at / 60_000 * 60_000;
            boolean isLate = ended.contains(start) || start + 60_000 <= Math.min(newest, now) - 10_000;
            if (!isLate) {
                open.computeIfAbsent(start, any -> new ArrayList<>()).add(entry);
            }
            return !isLate;
        }

        void close(long now) {
            for (long start : List.copyOf(open.keySet())) {
                long end = start + 60_000;
                if (end <= Math.min(newest, now) - 10_000 || end <= now - 40_000) {
                    ended.add(start);
                    groups(open.remove(start)).forEach((place, group) -> tell(start, place, group));
                }
            }
        }

        /** The first record of each subject in each group, in as many groups as it may count in. */
        private Map<String, List<Entry>> groups(List<Entry> entries) {
            Map<String, List<Entry>> groups = new LinkedHashMap<>();
            Map<Long, Set<String>> placesOf = new HashMap<>();
            for (Entry entry : entries) {
                Set<String> places = placesOf.computeIfAbsent(entry.subject, any -> new HashSet<>());
                if (!places.contains(entry.place) && places.size() < protection.groupsPerSubject()) {
                    places.add(entry.place);
                    groups.computeIfAbsent(entry.place, any -> new ArrayList<>())
                            .add(entry);
                }
            }
            return groups;
        }

        private void tell(long start, String place, List<Entry> group) {
            int k = protection.atLeast();
            long different = group.stream().map(Entry::sensitive).distinct().count();
            if (group.size() < k || different < protection.diverse()) {
                return;
            }
            List<Long> values = group.stream()
                    .filter(Entry::hasValue)
                    .map(Entry::value)
                    .sorted()
                    .toList();
            int without = group.size() - values.size();
            String row = start + " " + place;
            boolean isTold = values.size() >= k && !values.isEmpty() && (k == 1 || without == 0 || without >= k);
            told.add(row + (isTold ? computed(values, k) : " - - - - - - -"));
        }

        private static String computed(List<Long> values, int k) {
            long sum = values.stream().mapToLong(value -> value).sum();
            long step = values.get((int) Math.ceil(0.5 * values.size()) - 1) / 10;
            long upTo = values.stream().filter(value -> value / 10 <= step).count();
            long from = values.stream().filter(value -> value / 10 >= step).count();
            Map<String, Long> counts = new TreeMap<>();
            values.forEach(value -> counts.merge("v" + value % 3, 1L, Long::sum));
            List<String> top = counts.entrySet().stream()
                    .filter(one -> one.getValue() >= k)
                    .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                    .limit(2)
                    .map(Map.Entry::getKey)
                    .toList();
            return " " + values.size() + " " + sum + " " + values.get(values.size() - 1) + " "
                    + values.stream().distinct().count() + " " + (double) sum / values.size() + " "
                    + (upTo >= k && from >= k ? String.valueOf(step * 10 + 5.0) : "-") + " " + top;
        }
    }
}
