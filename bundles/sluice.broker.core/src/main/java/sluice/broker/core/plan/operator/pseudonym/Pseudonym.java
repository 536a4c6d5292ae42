package sluice.broker.core.plan.operator.pseudonym;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.operator.kind.Facts;
import sluice.broker.core.plan.operator.kind.Operator;
import sluice.broker.core.plan.operator.kind.OperatorKind;
import sluice.broker.core.plan.operator.kind.Parsed;
import sluice.broker.core.plan.operator.kind.Value;
import sluice.broker.core.plan.worker.Message;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.port.Keys;
import sluice.broker.core.port.Keys.EpochKey;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * {@code pseudonym: {scope: city, epoch: P1D, midnightIn: America/Toronto}}: a name of 16 characters for a text, the same for the same text,
 * recipient, scope and epoch, and another one as soon as one of them differs; see {@link Scope}. 96 bits of AES-256 under the epoch's key,
 * which is destroyed when the epoch is over: then nobody, the city included, can tell whose name it was. The epoch is that of the reading's
 * own time. Epochs as {@link EpochRule} has them; {@code midnightIn} is UTC if left out.
 *
 * <p>Label: DIRECT and INDIRECT become PSEUDONYMOUS, if it stands first. ISO/IEC 20889 pseudonymization; ADR 0023 has the arithmetic.
 */
final class Pseudonym implements OperatorKind {
    private static final Set<String> OWN = Set.of("epoch", "midnightIn");

    private final Keys keys;

    Pseudonym(Keys keys) {
        this.keys = keys;
    }

    private record Asked(Scope scope, EpochRule rule) {}

    @Override
    public String name() {
        return "pseudonym";
    }

    @Override
    public Facts facts() {
        return Facts.of(Facts.PSEUDONYMISATION, ValueType.TEXT);
    }

    @Override
    public Parsed<Fitting> parse(Argument argument) {
        return Parsed.of(
                asked(argument).map(asked -> value -> fit(value, asked)),
                "`pseudonym` takes `{" + Scope.WANTED + ", epoch: DURATION, midnightIn: TIME-ZONE}` with an epoch of"
                        + " PT1M to less than a day, or 1 to 366 whole days",
                argument);
    }

    private static Optional<Asked> asked(Argument argument) {
        Argument zone = argument.entries().getOrDefault("midnightIn", Argument.of("UTC"));
        return Scope.hasOnly(argument, OWN)
                ? Scope.parse(argument)
                        .flatMap(scope -> argument.at("epoch")
                                .duration()
                                .flatMap(length -> zone.word().flatMap(name -> EpochRule.of(length, name)))
                                .map(rule -> new Asked(scope, rule)))
                : Optional.empty();
    }

    private Fit fit(Value value, Asked asked) {
        Optional<String> misfit = asked.scope.misfit(value);
        return misfit.<Fit>map(why -> new Fit.Unfit("`pseudonym` " + why))
                .orElseGet(() -> new Fit.Fits(ValueType.TEXT, label(value), ready(value, asked)));
    }

    static Label label(Value value) {
        return value.isFirst() && value.label().isAbove(Label.PSEUDONYMOUS) ? Label.PSEUDONYMOUS : value.label();
    }

    private Operator ready(Value value, Asked asked) {
        String domain =
                "pseudonym " + asked.scope + " " + value.setting().stream().name();
        Keys.Series series = keys.series(new Keys.Name(value.setting().recipient(), domain, asked.rule));
        return new Ready(series, asked.scope.ground(value));
    }

    /** Without a worker there is no cipher, and no result. */
    private record Ready(Keys.Series series, Ground ground) implements Operator {
        @Override
        public Operator linkedTo(Shape reading) {
            return new Ready(series, ground.linkedTo(reading));
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

        /** The key is looked for between writing the message and reading it, while the processor's stores settle. */
        private @Nullable String name(String text, Slots reading, Worker worker) {
            Message message = worker.message();
            if (!ground.add(reading, worker, message)) {
                return null;
            }
            message.add(text);
            Keys.Answer answer = series.at(worker.observedAt());
            if (answer instanceof Keys.Answer.No no) {
                worker.refuse(no.reason());
                return null;
            }
            return name((EpochKey) answer, message, worker);
        }

        private static @Nullable String name(EpochKey key, Message message, Worker worker) {
            byte[] block = message.isTooLong() ? null : worker.sealed(key, message);
            if (block == null) {
                worker.refuse(message.isTooLong() ? Reason.TOO_LONG : Reason.EPOCH_OVER);
                return null;
            }
            return worker.text(block);
        }
    }
}
