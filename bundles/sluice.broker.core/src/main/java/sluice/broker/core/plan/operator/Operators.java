package sluice.broker.core.plan.operator;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.ScreenKind;
import sluice.broker.core.plan.operator.number.NumberOperators;
import sluice.broker.core.plan.operator.place.PlaceOperators;
import sluice.broker.core.plan.operator.plain.PlainOperators;
import sluice.broker.core.plan.operator.pseudonym.PseudonymOperators;
import sluice.broker.core.plan.operator.record.RecordOperators;
import sluice.broker.core.plan.operator.text.TextOperators;
import sluice.broker.core.plan.operator.time.TimeOperators;
import sluice.broker.core.plan.operator.waiting.WaitKind;
import sluice.broker.core.plan.operator.waiting.WaitOperators;
import sluice.broker.core.plan.operator.window.AggregateKind;
import sluice.broker.core.plan.operator.window.AggregateOperators;
import sluice.broker.core.port.Keys;

/** The operators that policies may name. {@code drop} is among the words and not among these: a dropped field has no output. */
public final class Operators {
    private final Map<String, OperatorKind> byName = new TreeMap<>();
    private final Map<String, ScreenKind> screens = new TreeMap<>();
    private final Map<String, AggregateKind> aggregates = new TreeMap<>();
    private final Map<String, WaitKind> waits = new TreeMap<>();

    /** The operators of this version, with noise that nobody can foresee and without keys. */
    public Operators() {
        this(Keys.NONE);
    }

    /**
     * The operators of this version, with noise that nobody can foresee.
     *
     * @param keys for pseudonyms
     */
    public Operators(Keys keys) {
        this(new SecureRandom()::nextDouble, keys);
    }

    /**
     * The operators of this version.
     *
     * @param uniform numbers from 0 to 1 (excluded), for noise; safe for several threads
     * @param keys for pseudonyms
     */
    public Operators(DoubleSupplier uniform, Keys keys) {
        List<OperatorKind> all = new ArrayList<>(PlainOperators.all());
        all.addAll(NumberOperators.all());
        all.addAll(TextOperators.all());
        all.addAll(TimeOperators.all());
        all.addAll(PlaceOperators.all(uniform));
        all.addAll(PseudonymOperators.all(keys));
        all.forEach(kind -> byName.put(kind.name(), kind));
        RecordOperators.all().forEach(kind -> screens.put(kind.name(), kind));
        WaitOperators.all().forEach(kind -> waits.put(kind.name(), kind));
        AggregateOperators.all().forEach(kind -> aggregates.put(kind.name(), kind));
    }

    /**
     * An operator on one field.
     *
     * @param name its word
     * @return the operator, or empty if there is none
     */
    public Optional<OperatorKind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * An operator on whole records.
     *
     * @param name its word
     * @return the operator, or empty if there is none
     */
    public Optional<ScreenKind> screen(String name) {
        return Optional.ofNullable(screens.get(name));
    }

    /**
     * An aggregate of a window's groups.
     *
     * @param name its word
     * @return the aggregate, or empty if there is none
     */
    public Optional<AggregateKind> aggregate(String name) {
        return Optional.ofNullable(aggregates.get(name));
    }

    /**
     * An operator on whole records that keeps them for a while.
     *
     * @param name its word
     * @return the operator, or empty if there is none
     */
    public Optional<WaitKind> waiting(String name) {
        return Optional.ofNullable(waits.get(name));
    }

    /**
     * The words for operators that keep whole records for a while.
     *
     * @return sorted
     */
    public List<String> waitNames() {
        return List.copyOf(waits.keySet());
    }

    /**
     * The words for aggregates.
     *
     * @return sorted
     */
    public List<String> aggregateNames() {
        return List.copyOf(aggregates.keySet());
    }

    /**
     * The words for fields.
     *
     * @return sorted
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The words for whole records.
     *
     * @return sorted
     */
    public List<String> screenNames() {
        return List.copyOf(screens.keySet());
    }
}
