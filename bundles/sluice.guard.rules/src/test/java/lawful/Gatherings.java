package lawful;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collector;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Collections, streams and functions. */
final class Gatherings {
    private Gatherings() {}

    record Reading(String bin, double fill) {}

    private static final List<Reading> READINGS =
            List.of(new Reading("a", 0.25), new Reading("b", 0.5), new Reading("a", 0.75));

    /** Groups, means and partitions. */
    static final class Groups implements Lawful {
        @Override
        public Object run() {
            Map<String, Double> means =
                    READINGS.stream().collect(groupingBy(Reading::bin, TreeMap::new, averagingDouble(Reading::fill)));
            Map<Boolean, Long> full =
                    READINGS.stream().collect(partitioningBy(reading -> reading.fill() > 0.4, counting()));
            return means + " " + full;
        }

        @Override
        public Object expected() {
            return "{a=0.5, b=0.5} {false=1, true=2}";
        }
    }

    /** Streams of numbers. */
    static final class Numbers implements Lawful {
        @Override
        public Object run() {
            return IntStream.rangeClosed(1, 5).mapToObj(Integer::toString).collect(joining("+"))
                    + LongStream.iterate(1, n -> n * 2).limit(6).sum()
                    + DoubleStream.of(1, 2, 3).average().orElseThrow()
                    + IntStream.of(3, 1, 2).summaryStatistics().getMax();
        }

        @Override
        public Object expected() {
            return "1+2+3+4+5632.03";
        }
    }

    /** Streams of streams, sorted, without doubles, with several results for one. */
    static final class FlatStreams implements Lawful {
        @Override
        public Object run() {
            List<String> flat = Stream.of(List.of("b", "a"), List.of("a", "c"))
                    .flatMap(List::stream)
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .<String>mapMulti((letter, sink) -> {
                        sink.accept(letter);
                        sink.accept(letter + letter);
                    })
                    .takeWhile(letter -> !letter.equals("aa"))
                    .toList();
            return flat.toString();
        }

        @Override
        public Object expected() {
            return "[c, cc, b, bb, a]";
        }
    }

    /** A collector of its own. */
    static final class OwnCollector implements Lawful {
        @Override
        public Object run() {
            Collector<Integer, int[], Integer> product = Collector.of(
                    () -> new int[] {1},
                    (all, next) -> all[0] *= next,
                    (left, right) -> new int[] {left[0] * right[0]},
                    all -> all[0]);
            return Stream.of(2, 3, 7).collect(product) + Stream.of(1).collect(collectingAndThen(toList(), List::size));
        }

        @Override
        public Object expected() {
            return 43;
        }
    }

    /** Maps that count, merge and compute. */
    static final class Maps implements Lawful {
        @Override
        public Object run() {
            Map<String, Integer> counts = new HashMap<>();
            for (Reading reading : READINGS) {
                counts.merge(reading.bin(), 1, Integer::sum);
            }
            counts.computeIfAbsent("z", String::length);
            counts.replaceAll((bin, count) -> count * 10);
            counts.entrySet().removeIf(entry -> entry.getKey().equals("b"));
            return new TreeMap<>(counts)
                    + READINGS.stream()
                            .collect(toMap(Reading::bin, Reading::fill, Math::max, LinkedHashMap::new))
                            .toString();
        }

        @Override
        public Object expected() {
            return "{a=20, z=10}{a=0.75, b=0.5}";
        }
    }

    /** A map that forgets its oldest entry. */
    static final class Bounded implements Lawful {
        static final class Latest<K, V> extends LinkedHashMap<K, V> {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > 2;
            }
        }

        @Override
        public Object run() {
            Map<Integer, String> latest = new Latest<>();
            for (int i = 0; i < 5; i++) {
                latest.put(i, "v" + i);
            }
            return latest.toString();
        }

        @Override
        public Object expected() {
            return "{3=v3, 4=v4}";
        }
    }

    /** Maps and sets of enums; bits. */
    static final class EnumCollections implements Lawful {
        enum Light {
            RED,
            AMBER,
            GREEN
        }

        @Override
        public Object run() {
            Map<Light, Integer> seconds = new EnumMap<>(Light.class);
            seconds.put(Light.GREEN, 30);
            seconds.put(Light.RED, 20);
            BitSet bits = new BitSet();
            bits.set(3);
            return seconds + "" + EnumSet.complementOf(EnumSet.of(Light.AMBER)) + bits.cardinality()
                    + TimeUnit.HOURS.toSeconds(1);
        }

        @Override
        public Object expected() {
            return "{RED=20, GREEN=30}[RED, GREEN]13600";
        }
    }

    /** Queues, and a heap with an order of its own. */
    static final class Queues implements Lawful {
        @Override
        public Object run() {
            Queue<Reading> fullest = new PriorityQueue<>(
                    Comparator.comparingDouble(Reading::fill).reversed().thenComparing(Reading::bin));
            fullest.addAll(READINGS);
            Deque<String> stack = new ArrayDeque<>();
            stack.push("x");
            stack.addLast("y");
            return Objects.requireNonNull(fullest.poll()).fill() + stack.pop() + stack.peekFirst();
        }

        @Override
        public Object expected() {
            return "0.75xy";
        }
    }

    /** Sorted maps: nearest neighbours and ranges. */
    static final class SortedMaps implements Lawful {
        @Override
        public Object run() {
            NavigableMap<Integer, String> table = new TreeMap<>(Map.of(0, "empty", 50, "half", 100, "full"));
            return table.floorEntry(70).getValue()
                    + table.headMap(50, true).size()
                    + new TreeSet<>(List.of(3, 1, 2)).descendingSet();
        }

        @Override
        public Object expected() {
            return "half2[3, 2, 1]";
        }
    }

    /** A list of its own over an array; views and unmodifiable copies. */
    static final class OwnList implements Lawful {
        static final class Window extends AbstractList<Double> {
            private final double[] values;

            Window(double... values) {
                this.values = values.clone();
            }

            @Override
            public Double get(int index) {
                return values[index];
            }

            @Override
            public int size() {
                return values.length;
            }
        }

        @Override
        public Object run() {
            return new Window(1, 2, 3)
                            .subList(1, 3).stream()
                                    .mapToDouble(Double::doubleValue)
                                    .sum()
                    + Collections.unmodifiableList(new ArrayList<>(List.of(1))).size();
        }

        @Override
        public Object expected() {
            return 6.0;
        }
    }

    /** Arrays: sorted, searched, filled, compared. Shuffled with a generator of its own. */
    static final class ArraysAndShuffles implements Lawful {
        @Override
        public Object run() {
            int[] numbers = {5, 3, 9};
            Arrays.sort(numbers);
            List<Integer> shuffled = new ArrayList<>(List.of(1, 2, 3, 4));
            Collections.shuffle(shuffled, new Random(3));
            Collections.sort(shuffled);
            return Arrays.binarySearch(numbers, 9)
                    + Arrays.toString(Arrays.copyOf(numbers, 4))
                    + Arrays.deepEquals(new Object[] {1}, new Object[] {1})
                    + shuffled
                    + Arrays.hashCode(new byte[] {1})
                    + Arrays.asList(1, 2).indexOf(2);
        }

        @Override
        public Object expected() {
            return "2[3, 5, 9, 0]true[1, 2, 3, 4]321";
        }
    }

    /** Absent values. */
    static final class Absent implements Lawful {
        @Override
        public Object run() {
            Optional<Reading> none =
                    READINGS.stream().filter(reading -> reading.fill() > 1).findFirst();
            OptionalDouble most = READINGS.stream().mapToDouble(Reading::fill).max();
            return none.map(Reading::bin).or(() -> Optional.of("none")).orElseThrow()
                    + most.orElse(0)
                    + Objects.hash(1, "a")
                    + Objects.equals(none, Optional.empty());
        }

        @Override
        public Object expected() {
            return "none0.751089true";
        }
    }

    /** Counting inside a lambda. */
    static final class Counters implements Lawful {
        @Override
        public Object run() {
            AtomicInteger count = new AtomicInteger();
            READINGS.forEach(reading -> count.addAndGet(reading.bin().length()));
            return count.get();
        }

        @Override
        public Object expected() {
            return 3;
        }
    }
}
