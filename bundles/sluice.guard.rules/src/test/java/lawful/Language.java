package lawful;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The language itself: what the compiler writes for it has to be on the list. */
final class Language {
    private Language() {}

    /** Records: accessors, equals, hashCode, toString, a compact constructor. */
    static final class Records implements Lawful {
        record Level(String bin, double fill) {
            Level {
                if (fill < 0) {
                    throw new IllegalArgumentException("fill is " + fill);
                }
            }
        }

        @Override
        public Object run() {
            Level level = new Level("b", 0.5);
            return level.equals(new Level("b", 0.5)) + " " + level + " "
                    + (level.hashCode() == new Level("b", 0.5).hashCode());
        }

        @Override
        public Object expected() {
            return "true Level[bin=b, fill=0.5] true";
        }
    }

    /** A record of lists of records, copied as it is made. */
    static final class NestedRecords implements Lawful {
        record Point(int x, int y) {}

        record Path(List<List<Point>> legs) {
            Path {
                legs = legs.stream().map(List::copyOf).toList();
            }
        }

        @Override
        public Object run() {
            return new Path(List.of(List.of(new Point(1, 2)), List.of()))
                    .legs()
                    .get(0)
                    .get(0)
                    .y();
        }

        @Override
        public Object expected() {
            return 2;
        }
    }

    /** Sealed types and patterns of instanceof. */
    static final class SealedTypes implements Lawful {
        sealed interface Shape permits Circle, Square {}

        record Circle(double radius) implements Shape {}

        record Square(double side) implements Shape {}

        static double area(Shape shape) {
            if (shape instanceof Circle circle && circle.radius() > 0) {
                return 3 * circle.radius() * circle.radius();
            }
            return shape instanceof Square square ? square.side() * square.side() : 0;
        }

        @Override
        public Object run() {
            return area(new Circle(2)) + area(new Square(3));
        }

        @Override
        public Object expected() {
            return 21.0;
        }
    }

    enum Colour {
        RED {
            @Override
            String wave() {
                return "long";
            }
        },
        BLUE;

        String wave() {
            return "short";
        }
    }

    /** Enums with bodies, valueOf, and a switch with its hidden table. */
    static final class EnumSwitch implements Lawful {
        @Override
        public Object run() {
            int number = switch (Colour.valueOf("BLUE")) {
                case RED -> 1;
                case BLUE -> 2;
            };
            return Colour.RED.wave() + number + Colour.values().length + Colour.RED.compareTo(Colour.BLUE);
        }

        @Override
        public Object expected() {
            return "long22-1";
        }
    }

    /** Switches over texts, old and new. */
    static final class StringSwitch implements Lawful {
        static int old(String word) {
            switch (word) {
                case "Aa":
                case "BB":
                    return word.length();
                default:
                    return -1;
            }
        }

        @Override
        public Object run() {
            String word = "two";
            return old("BB")
                    + switch (word) {
                        case "one" -> 1;
                        case "two" -> 2;
                        default -> throw new IllegalStateException(word);
                    };
        }

        @Override
        public Object expected() {
            return 4;
        }
    }

    /** Lambdas that keep, and method references of all four kinds. */
    static final class Lambdas implements Lawful {
        private final int base = 10;

        @Override
        public Object run() {
            IntBinaryOperator add = (a, b) -> a + b + base;
            Function<String, Integer> length = String::length;
            Supplier<List<String>> fresh = ArrayList::new;
            UnaryOperator<String> greet = "hello "::concat;
            BiFunction<Integer, Integer, Integer> most = Math::max;
            List<String> list = fresh.get();
            list.add(greet.apply("you"));
            return add.applyAsInt(1, length.apply(list.get(0))) + most.apply(3, 4);
        }

        @Override
        public Object expected() {
            return 24;
        }
    }

    /** Generic classes with bridges, wildcards and bounds. */
    static final class GenericBridges implements Lawful {
        interface Step<A, B> {
            B apply(A in);

            default <C> Step<A, C> then(Step<? super B, ? extends C> next) {
                return in -> next.apply(apply(in));
            }
        }

        static final class Doubled implements Step<Integer, Integer>, Comparable<Doubled> {
            @Override
            public Integer apply(Integer in) {
                return in * 2;
            }

            @Override
            public int compareTo(Doubled other) {
                return 0;
            }
        }

        static <T extends Comparable<? super T>> T most(Iterable<? extends T> all) {
            Iterator<? extends T> each = all.iterator();
            T best = each.next();
            while (each.hasNext()) {
                T next = each.next();
                best = next.compareTo(best) > 0 ? next : best;
            }
            return best;
        }

        @Override
        public Object run() {
            return new Doubled().then(number -> "n" + number).apply(4) + most(List.of(3, 9, 1));
        }

        @Override
        public Object expected() {
            return "n89";
        }
    }

    /** Text joined by plus, of every type, also with constants that do not fit the recipe. */
    static final class JoinedText implements Lawful {
        @Override
        public Object run() {
            char letter = 'c';
            long number = 5;
            Object nothing = null;
            return "a" + letter + number + 1.5f + true + nothing + "\u0001\u0002" + new int[0].length;
        }

        @Override
        public Object expected() {
            return "ac51.5truenull\u0001\u00020";
        }
    }

    /** Exceptions of its own, try-with-resources with suppressed ones, finally, multi-catch. */
    static final class Exceptions implements Lawful {
        static final class Broken extends RuntimeException {
            private static final long serialVersionUID = 1;

            Broken(String message, Throwable cause) {
                super(message, cause);
            }
        }

        record Resource(StringBuilder log) implements AutoCloseable {
            @Override
            public void close() {
                log.append("closed ");
                throw new Broken("at the end", null);
            }
        }

        @Override
        public Object run() {
            StringBuilder log = new StringBuilder();
            try (Resource resource = new Resource(log)) {
                throw new Broken("first" + resource.log().length(), new IllegalStateException("why"));
            } catch (Broken | NoSuchElementException e) {
                log.append(e.getMessage())
                        .append(e.getSuppressed().length)
                        .append(e.getCause().getMessage());
            } finally {
                log.append(" done");
            }
            return log.toString();
        }

        @Override
        public Object expected() {
            return "closed first01why done";
        }
    }

    /** Inner, local and anonymous classes; static and private interface methods. */
    static final class InnerClasses implements Lawful {
        interface Named {
            String name();

            static Named of(String name) {
                return () -> name;
            }

            private String twice() {
                return name() + name();
            }

            default String shown() {
                return twice();
            }
        }

        private int count;

        final class Counter {
            int next() {
                return ++count;
            }
        }

        @Override
        public Object run() {
            class Local implements Named {
                @Override
                public String name() {
                    return "local" + new Counter().next();
                }
            }
            Named anonymous = new Named() {
                @Override
                public String name() {
                    return "anonymous";
                }
            };
            return new Local().name() + anonymous.name() + Named.of("x").shown();
        }

        @Override
        public Object expected() {
            return "local1anonymousxx";
        }
    }

    /** An iterator of its own, in a loop; varargs; arrays of arrays; labelled breaks. */
    static final class LoopsAndArrays implements Lawful {
        record Range(int end) implements Iterable<Integer> {
            @Override
            public Iterator<Integer> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < end;
                    }

                    @Override
                    public Integer next() {
                        return next++;
                    }
                };
            }
        }

        static int sum(int... numbers) {
            int sum = 0;
            for (int number : numbers) {
                sum += number;
            }
            return sum;
        }

        @Override
        public Object run() {
            int[][] grid = new int[3][4];
            outer:
            for (int x : new Range(3)) {
                for (int y = 0; y < 4; y++) {
                    if (x == 2) {
                        break outer;
                    }
                    grid[x][y] = x + y;
                }
            }
            return sum(grid[1].clone()) + sum();
        }

        @Override
        public Object expected() {
            return 10;
        }
    }

    /** Asserts, text blocks, instanceof, ternaries over mixed types, boxing, a synchronized method. */
    static final class OddsAndEnds implements Lawful {
        private int calls;

        synchronized int count() {
            return ++calls;
        }

        @Override
        public Object run() {
            assert count() > 0 : "never";
            Object mixed = calls > 5 ? "text" : 1;
            var list = List.of("a", 1, 2.0);
            String block = """
                    one
                      two""";
            return Objects.requireNonNull(mixed).getClass() == Integer.class && list.size() == 3
                    ? block.lines().count()
                    : -1;
        }

        @Override
        public Object expected() {
            return 2L;
        }
    }
}
