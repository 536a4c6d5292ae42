package sluice.broker.core.plan.operator.pseudonym;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.worker.Message;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * {@code trip-pseudonym: {scope: city, gap: PT10M}}: a name of 16 characters for one trip, or session, of a subject; a new one when it was not
 * seen for longer than the gap, and after a day in any case. Two trips of the same subject have nothing in common. What is remembered to know
 * a trip's next reading is in memory only, and forgotten soon after the gap; a restart ends every trip. See {@link TripTable}.
 *
 * <p>Label: DIRECT and INDIRECT become PSEUDONYMOUS, if it stands first: a long trip with exact places still tells who drove. ISO/IEC 20889
 * pseudonymization.
 */
final class TripPseudonym implements OperatorKind {
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Trips trips;

    TripPseudonym(Trips trips) {
        this.trips = trips;
    }

    private record Asked(Scope scope, Duration gap) {}

    @Override
    public String name() {
        return "trip-pseudonym";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.PSEUDONYMISATION, ValueType.TEXT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                asked(argument).map(asked -> value -> fit(value, asked)),
                "`trip-pseudonym` takes `{" + Scope.WANTED + ", gap: DURATION}` with a gap of PT10S to P1D",
                argument);
    }

    private static Optional<Asked> asked(Argument argument) {
        Optional<Duration> gap = argument.at("gap")
                .duration()
                .filter(length -> length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0);
        return Scope.hasOnly(argument, Set.of("gap"))
                ? Scope.parse(argument).flatMap(scope -> gap.map(length -> new Asked(scope, length)))
                : Optional.empty();
    }

    private Fit fit(Value value, Asked asked) {
        Optional<String> misfit = asked.scope.misfit(value);
        return misfit.<Fit>map(why -> new Fit.Unfit("`trip-pseudonym` " + why))
                .orElseGet(() -> new Fit.Fits(ValueType.TEXT, Pseudonym.label(value), ready(value, asked)));
    }

    private Operator ready(Value value, Asked asked) {
        Trips.Name name = new Trips.Name(
                value.setting().recipient(), value.setting().stream().name(), asked.scope, asked.gap);
        return new Ready(trips.table(name), asked.scope.ground(value));
    }

    private record Ready(TripTable table, Ground ground) implements Operator {
        @Override
        public Operator linkedTo(Shape reading) {
            return new Ready(table, ground.linkedTo(reading));
        }

        @Override
        public void apply(Slots from, int fromIndex, Slots to, int toIndex) {
            to.setObject(toIndex, null);
        }

        @Override
        public void apply(Slots from, int fromIndex, Slots to, int toIndex, Worker worker) {
            String text = (String) requireNonNull(from.getObject(fromIndex));
            to.setObject(toIndex, name(text, from, worker));
        }

        private @Nullable String name(String text, Slots reading, Worker worker) {
            Message message = worker.message();
            if (!ground.add(reading, worker, message)) {
                return null;
            }
            message.add(text);
            if (message.isTooLong()) {
                worker.refuse(Reason.TOO_LONG);
                return null;
            }
            return name(message, worker);
        }

        private @Nullable String name(Message subject, Worker worker) {
            long trip = table.trip(
                    table.subject(subject, worker), worker.observedAt().toEpochMilli());
            if (trip == TripTable.FULL) {
                worker.refuse(Reason.TOO_MANY_SUBJECTS);
                return null;
            }
            return table.name(trip, worker);
        }
    }
}
