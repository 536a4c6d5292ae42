package sluice.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Zone;
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.plan.operator.kind.ScreenKind;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** Operators alone, each on one value; what is made of a number is a number, and should cost no memory. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OperatorBenchmark {
    private static final int RECORDS = 1_024;
    private static final Where HERE = new Where("benchmark.yaml", 1);
    private static final List<ValueType> TYPES =
            List.of(ValueType.DOUBLE, ValueType.TEXT, ValueType.INSTANT, ValueType.POINT);
    private static final Shape SHAPE = new Shape(TYPES.stream()
            .map(type -> new Component(type.toString(), type, Object.class, Object.class))
            .toList());
    private static final int NUMBER = 0;
    private static final int TEXT = 1;
    private static final int TIME = 2;
    private static final int PLACE = 3;

    private final Operators operators = new Operators();
    private final Slots[] records = new Slots[RECORDS];
    private final Slots result = new Slots(1);
    private final Setting setting = setting();
    private final Instant now = Instant.parse("2026-05-04T10:00:00Z");

    private final Operator clamp = on(ValueType.DOUBLE, "clamp", map("atLeast", "10", "atMost", "90"));
    private final Operator threshold = on(ValueType.DOUBLE, "boolean", Argument.of("50"));
    private final Operator bucket = on(ValueType.DOUBLE, "bucket", Argument.of("10"));
    private final Operator mask = on(ValueType.TEXT, "mask", map("first", "1", "last", "2"));
    private final Operator classOf = on(ValueType.TEXT, "class-of", map("passenger", "AAAA999", "otherwise", "other"));
    private final Operator timePart =
            on(ValueType.INSTANT, "time-part", map("part", "hour", "zone", "America/Toronto"));
    private final Operator geohash = on(ValueType.POINT, "geohash", Argument.of("6"));
    private final Operator zone = on(ValueType.POINT, "zone", Argument.NONE);
    private final Operator laplace = on(ValueType.POINT, "planar-laplace", Argument.of("0.01"));
    private final Screen filter =
            screen("filter", new Argument.Entries(Map.of("double", map("atLeast", "20", "below", "80"))));
    private final Screen sample = screen("sample", Argument.of("0.1"));
    private final Screen rateLimit = screen("rate-limit", map("most", "1000000", "per", "PT1S"));
    private int turn;

    /** Makes records. */
    @Setup
    public void prepare() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < RECORDS; i++) {
            Slots slots = new Slots(TYPES.size());
            slots.setDouble(NUMBER, random.nextDouble(100));
            slots.setObject(TEXT, "ABCD" + random.nextInt(100, 1_000));
            slots.setObject(TIME, now.plusSeconds(random.nextInt(100_000_000)));
            slots.setObject(PLACE, new Point(random.nextDouble(43.6, 43.8), random.nextDouble(-79.6, -79.2)));
            records[i] = slots;
        }
    }

    /** The larger of two and the smaller of two. */
    @Benchmark
    public double clamp() {
        return apply(clamp, NUMBER).getDouble(0);
    }

    /** A comparison. */
    @Benchmark
    public boolean threshold() {
        return apply(threshold, NUMBER).getBoolean(0);
    }

    /** A grid, for comparison. */
    @Benchmark
    public double bucket() {
        return apply(bucket, NUMBER).getDouble(0);
    }

    /** Seven characters, four of them stars. */
    @Benchmark
    public @Nullable Object mask() {
        return object(mask, TEXT);
    }

    /** One form of seven characters. */
    @Benchmark
    public @Nullable Object classOf() {
        return object(classOf, TEXT);
    }

    /** The local hour. */
    @Benchmark
    public long timePart() {
        return apply(timePart, TIME).getLong(0);
    }

    /** Six characters. */
    @Benchmark
    public @Nullable Object geohash() {
        return object(geohash, PLACE);
    }

    /** A hundred zones of four corners, all places in one of them. */
    @Benchmark
    public @Nullable Object zone() {
        return object(zone, PLACE);
    }

    /** Two secure random numbers, one Lambert W, one great circle. */
    @Benchmark
    public @Nullable Object planarLaplace() {
        return object(laplace, PLACE);
    }

    /** One range. */
    @Benchmark
    public boolean filter() {
        return passes(filter);
    }

    /** One mix of an id. */
    @Benchmark
    public boolean sample() {
        return passes(sample);
    }

    /** One bucket. */
    @Benchmark
    public boolean rateLimit() {
        return passes(rateLimit);
    }

    private Slots apply(Operator operator, int index) {
        operator.apply(next(), index, result, 0);
        return result;
    }

    private @Nullable Object object(Operator operator, int index) {
        return apply(operator, index).getObject(0);
    }

    private boolean passes(Screen screen) {
        return screen.passes(next(), "camera-1", turn * 0x9e3779b97f4a7c15L, now);
    }

    private Slots next() {
        turn = (turn + 1) % RECORDS;
        return records[turn];
    }

    private Operator on(ValueType type, String name, Argument argument) {
        OperatorKind.Fit fit = operators
                .named(name)
                .flatMap(kind -> kind.parse(argument).sound())
                .orElseThrow()
                .fit(setting.value(type.toString()).orElseThrow());
        return ((OperatorKind.Fit.Fits) fit).operator();
    }

    private Screen screen(String name, Argument argument) {
        ScreenKind.Fit fit = operators
                .screen(name)
                .flatMap(kind -> kind.parse(argument).sound())
                .orElseThrow()
                .fit(setting);
        return ((ScreenKind.Fit.Fits) fit).maker().apply(1).linkedTo(SHAPE);
    }

    private static Argument map(String key, String value, String otherKey, String otherValue) {
        return new Argument.Entries(Map.of(key, Argument.of(value), otherKey, Argument.of(otherValue)));
    }

    private static Setting setting() {
        Map<String, CatalogueField> fields = new LinkedHashMap<>();
        for (ValueType type : TYPES) {
            fields.put(
                    type.toString(),
                    new CatalogueField(type.toString(), type, "", Label.NONPERSONAL, Limits.NONE, Coarseness.NEVER));
        }
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            zones.add(square("zone-" + i, 43.6 + i / 10 * 0.02, -79.6 + i % 10 * 0.04));
        }
        return new Setting(new CatalogueStream("town.any", fields, Accuracy.ANY, HERE), new Zones(zones));
    }

    private static Zone square(String name, double south, double west) {
        return new Zone(
                name,
                List.of(
                        new Zone.Corner(south, west),
                        new Zone.Corner(south + 0.02, west),
                        new Zone.Corner(south + 0.02, west + 0.04),
                        new Zone.Corner(south, west + 0.04)),
                HERE);
    }
}
