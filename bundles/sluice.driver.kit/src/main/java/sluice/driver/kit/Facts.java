package sluice.driver.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Refusal;

/** What one frame states, in its order, or why it was not read. Filled by one codec, then only looked at; not for several threads. */
public final class Facts {
    private static final int ROOM = 8;

    private final @Nullable Refusal refusal;
    private Fact[] facts;
    private double[] values;
    private int size;

    private Facts(@Nullable Refusal refusal, int room) {
        this.refusal = refusal;
        this.facts = new Fact[room];
        this.values = new double[room];
    }

    /**
     * A frame that states nothing yet.
     *
     * @return to be filled
     */
    public static Facts none() {
        return new Facts(null, ROOM);
    }

    /**
     * A frame that was not read.
     *
     * @param why the reason
     * @return facts that hold the reason and nothing else
     */
    public static Facts refused(Refusal why) {
        return new Facts(why, 0);
    }

    /**
     * Adds a statement; a fact may be stated several times.
     *
     * @param fact what
     * @param value in its unit
     * @return this
     */
    public Facts say(Fact fact, double value) {
        if (size == facts.length) {
            facts = Arrays.copyOf(facts, size * 2 + 1);
            values = Arrays.copyOf(values, size * 2 + 1);
        }
        facts[size] = fact;
        values[size] = value;
        size++;
        return this;
    }

    /**
     * Why the frame was not read.
     *
     * @return empty if it was
     */
    public Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * The first statement of a fact.
     *
     * @param fact what
     * @return its value; absent if the frame does not state it, or if its probe is not there
     */
    public @Nullable Double value(Fact fact) {
        for (int i = 0; i < size; i++) {
            if (facts[i] == fact && (fact.use() != Fact.Use.PROBE || isProbed(i))) {
                return values[i];
            }
        }
        return null;
    }

    /**
     * The first statement of a fact that is a yes or no.
     *
     * @param fact what
     * @return whether it is other than zero; absent if the frame does not state it
     */
    public @Nullable Boolean flag(Fact fact) {
        Double value = value(fact);
        return value == null ? null : value != 0;
    }

    /**
     * The least of all statements of a fact, where several probes look at one thing.
     *
     * @param fact what
     * @return its value; absent if the frame does not state it
     */
    public @Nullable Double least(Fact fact) {
        Double least = null;
        for (int i = 0; i < size; i++) {
            if (facts[i] == fact && (least == null || values[i] < least)) {
                least = values[i];
            }
        }
        return least;
    }

    /**
     * How many statements there are.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * One statement's fact.
     *
     * @param index 0 to {@link #size()} - 1
     * @return the fact
     */
    public Fact fact(int index) {
        return facts[index];
    }

    /**
     * One statement's value, as the frame has it.
     *
     * @param index 0 to {@link #size()} - 1
     * @return in the fact's unit
     */
    public double value(int index) {
        return values[index];
    }

    /**
     * Whether everything stated can be true. Probes and untold facts always can.
     *
     * @return false if the frame is implausible
     */
    public boolean isPlausible() {
        for (int i = 0; i < size; i++) {
            if ((facts[i].use() == Fact.Use.MEASURED || facts[i].isHealth()) && !facts[i].admits(values[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * All statements by the name of their fact, for comparison with somebody else's reading of the frame.
     *
     * @return name to values, in order
     */
    public Map<String, List<Double>> byKind() {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            all.computeIfAbsent(facts[i].kind(), kind -> new ArrayList<>()).add(values[i]);
        }
        return all;
    }

    private boolean isProbed(int index) {
        return values[index] != 0 && facts[index].admits(values[index]);
    }

    @Override
    public String toString() {
        return refusal == null ? byKind().toString() : refusal.name();
    }
}
