package sluice.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
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
import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.shape.Slots;

/** A pseudonym as text, slot to slot, against the bare primitive of the JDK that it stands on. */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PseudonymBenchmark {
    private static final int RECORDS = 1_024;
    private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");

    private final Slots[] records = new Slots[RECORDS];
    private final byte[][] blocks = new byte[RECORDS][16];
    private final byte[] out = new byte[16];
    private final Slots result = new Slots(1);
    private final Worker worker = new Worker();
    private final Operators operators = new Operators(new OneKey());
    private final Operator city = operator("pseudonym", map("scope", "city", "epoch", "P1D"));
    private final Operator sensor = operator("pseudonym", map("scope", "sensor", "epoch", "P1D"));
    private final Operator trip = operator("trip-pseudonym", map("scope", "city", "gap", "PT10M"));
    private @Nullable Cipher aes;
    private @Nullable Mac hmac;
    private int turn;

    /** Makes plates, and the JDK's primitives under some key. */
    @Setup
    public void prepare() throws GeneralSecurityException {
        aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[32], "AES"));
        hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
        for (int i = 0; i < RECORDS; i++) {
            String plate = "ABCD%03d".formatted(i % 1_000);
            records[i] = new Slots(1);
            records[i].setObject(0, plate);
            byte[] bytes = plate.getBytes(US_ASCII);
            System.arraycopy(bytes, 0, blocks[i], 1, bytes.length);
        }
        worker.take("camera-17", AT);
    }

    /** The bare primitive: one block of AES-256 that is there already. */
    @Benchmark
    public byte[] bareAes() throws GeneralSecurityException {
        requireNonNull(aes).update(blocks[next()], 0, 16, out, 0);
        return out;
    }

    /** The alternative: HMAC-SHA-256 of the same bytes. */
    @Benchmark
    public byte[] bareHmac() throws GeneralSecurityException {
        Mac mac = requireNonNull(hmac);
        mac.update(blocks[next()]);
        return mac.doFinal();
    }

    /** The alternative as text, as most people write it. */
    @Benchmark
    public String hmacText() throws GeneralSecurityException {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bareHmac());
    }

    /** A plate's name in the city: one block. */
    @Benchmark
    public @Nullable Object cityText() {
        return apply(city);
    }

    /** A plate's name at a sensor: the sensor's id stands in the message, two blocks. */
    @Benchmark
    public @Nullable Object sensorText() {
        return apply(sensor);
    }

    /** A trip's name: two blocks under two keys, and a look into the table of trips. */
    @Benchmark
    public @Nullable Object tripText() {
        return apply(trip);
    }

    private int next() {
        turn = turn + 1 & RECORDS - 1;
        return turn;
    }

    private @Nullable Object apply(Operator operator) {
        operator.apply(records[next()], 0, result, 0, worker);
        return result.getObject(0);
    }

    private Operator operator(String name, Argument argument) {
        CatalogueField plate =
                new CatalogueField("plate", ValueType.TEXT, "", Label.DIRECT, Limits.NONE, Coarseness.NEVER);
        CatalogueStream stream = new CatalogueStream(
                "traffic.plate", Map.of("plate", plate), Accuracy.ANY, new Where("benchmark.yaml", 1));
        OperatorKind.Fit fit = operators
                .named(name)
                .flatMap(kind -> kind.parse(argument).sound())
                .orElseThrow()
                .fit(Value.of(plate, new Setting(stream, Zones.NONE, "app.planning")));
        return ((OperatorKind.Fit.Fits) fit).operator();
    }

    private static Argument map(String key, String value, String otherKey, String otherValue) {
        Map<String, Argument> entries = new LinkedHashMap<>();
        entries.put(key, Argument.of(value));
        entries.put(otherKey, Argument.of(otherValue));
        return new Argument.Entries(entries);
    }
}
