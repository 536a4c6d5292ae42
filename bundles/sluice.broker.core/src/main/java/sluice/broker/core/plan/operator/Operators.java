package sluice.broker.core.plan.operator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The operators that policies may name. {@code drop} is among the words and not among these: a dropped field has no output. */
public final class Operators {
    private static final List<OperatorKind> ALL =
            List.of(new Keep(), OnGrid.round(), OnGrid.bucket(), new Cell(), new RoundTime());

    private final Map<String, OperatorKind> byName = new TreeMap<>();

    /** The operators of this version. */
    public Operators() {
        ALL.forEach(kind -> byName.put(kind.name(), kind));
    }

    /**
     * An operator.
     *
     * @param name its word
     * @return the operator, or empty if there is none
     */
    public Optional<OperatorKind> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The words that policies may use.
     *
     * @return sorted
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
