package sluice.broker.core.plan.operator.pseudonym;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Value;

/**
 * How far a pseudonym reaches: where the same subject is met under the same name.
 *
 * @param reach the whole city, one sensor, or one zone of the city's map
 * @param of field with the place, for a zone; empty otherwise
 */
record Scope(Reach reach, String of) {
    /** Arguments that speak of the scope. */
    static final Set<String> KEYS = Set.of("scope", "of");

    static final String WANTED = "scope: city, or scope: sensor, or scope: zone, of: POINT";

    enum Reach {
        CITY,
        SENSOR,
        ZONE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Optional<Scope> parse(Argument argument) {
        Optional<String> word = argument.at("scope").word();
        Optional<String> of = argument.at("of").word();
        for (Reach reach : Reach.values()) {
            boolean isMeant = word.filter(reach.toString()::equals).isPresent();
            if (isMeant && argument.entries().containsKey("of") == (reach == Reach.ZONE)) {
                return reach == Reach.ZONE
                        ? of.map(field -> new Scope(reach, field))
                        : Optional.of(new Scope(reach, ""));
            }
        }
        return Optional.empty();
    }

    /** Whether an argument has no other keys than some. */
    static boolean hasOnly(Argument argument, Set<String> others) {
        Map<String, Argument> entries = argument.entries();
        return entries.keySet().stream().allMatch(key -> KEYS.contains(key) || others.contains(key));
    }

    /** Why it does not fit a value; empty if it does. */
    Optional<String> misfit(Value value) {
        if (value.type() != ValueType.TEXT) {
            return Optional.of("takes a text, got " + value.type());
        }
        if (value.setting().recipient().isEmpty()) {
            return Optional.of("is for one recipient, and here is none");
        }
        return reach == Reach.ZONE ? misfitOfZone(value) : Optional.empty();
    }

    private Optional<String> misfitOfZone(Value value) {
        boolean isPoint = value.setting()
                .value(of)
                .filter(field -> field.type() == ValueType.POINT)
                .isPresent();
        return isPoint && value.isFirst()
                ? Optional.empty()
                : Optional.of("with scope zone stands first and takes a point of the stream; "
                        + Argument.of(of).shown() + " is none");
    }

    Ground ground(Value value) {
        return switch (reach) {
            case CITY -> new Ground.City();
            case SENSOR -> new Ground.Sensor();
            case ZONE -> Ground.Zone.unlinked(value.setting().zones(), of);
        };
    }

    @Override
    public String toString() {
        return reach == Reach.ZONE ? reach + " of " + of : reach.toString();
    }
}
