package sluice.broker.core.plan.operator.record;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * {@code {oneOf: [text, ...]}}, {@code {noneOf: [text, ...]}}, {@code {is: true}}: a text that is listed, or is not; a truth value. Label:
 * stays, because it may be told of one value alone.
 *
 * @param type of the field
 * @param words texts, compared exactly
 * @param isListed whether a text has to be among them, or must not be
 */
record OneOf(ValueType type, Set<String> words, boolean isListed) implements Demand {
    private static final Set<String> TRUTHS = Set.of("true", "false");

    static Optional<Demand> parse(Argument argument) {
        return text(argument, "oneOf", true)
                .or(() -> text(argument, "noneOf", false))
                .or(() -> truth(argument));
    }

    private static Optional<Demand> text(Argument argument, String key, boolean isListed) {
        List<String> words = argument.at(key).words();
        return argument.entries().keySet().equals(Set.of(key)) && !words.isEmpty()
                ? Optional.of(new OneOf(ValueType.TEXT, Set.copyOf(words), isListed))
                : Optional.empty();
    }

    private static Optional<Demand> truth(Argument argument) {
        return argument.entries().keySet().equals(Set.of("is"))
                ? argument.at("is")
                        .word()
                        .filter(TRUTHS::contains)
                        .map(word -> new OneOf(ValueType.BOOLEAN, Set.of(word), true))
                : Optional.empty();
    }

    @Override
    public Optional<Condition> of(Value value) {
        boolean isTrue = words.contains("true");
        Condition.Test test = type == ValueType.BOOLEAN
                ? (reading, i) -> reading.getBoolean(i) == isTrue
                : (reading, i) -> words.contains(String.valueOf(reading.getObject(i))) == isListed;
        return value.type() == type ? Optional.of(new Condition(value.field(), value.label(), test)) : Optional.empty();
    }
}
