package sluice.broker.core.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.driver.spi.Refusal;

/**
 * What a driver found in a frame.
 *
 * @param extracts readings, in order
 * @param refusal why there are none, or null
 * @param misconfiguration what is wrong with the device's settings, or null
 */
record Found(
        List<Extract> extracts,
        @Nullable Reason refusal,
        @Nullable String misconfiguration) {
    private static final int MAX_TEXT = 200;

    Found {
        extracts = List.copyOf(extracts);
    }

    static Found of(List<Extract> extracts) {
        return new Found(extracts, null, null);
    }

    static Found refused(Reason reason) {
        return new Found(List.of(), requireNonNull(reason, "reason is null"), null);
    }

    static Found refused(Refusal refusal) {
        return refused(
                switch (refusal) {
                    case MALFORMED -> Reason.MALFORMED;
                    case TRUNCATED -> Reason.TRUNCATED;
                    case UNKNOWN_PORT -> Reason.UNKNOWN_PORT;
                    case UNKNOWN_MESSAGE -> Reason.UNKNOWN_MESSAGE;
                    case IMPLAUSIBLE -> Reason.IMPLAUSIBLE;
                });
    }

    /** The driver does not accept the device's settings; shown to the operator, in one short line of the platform's words. */
    static Found misconfigured(@Nullable String why) {
        String line = why == null ? "no reason given" : why.replaceAll("\\p{Cntrl}", " ");
        return new Found(
                List.of(), Reason.MISCONFIGURED, line.length() > MAX_TEXT ? line.substring(0, MAX_TEXT) : line);
    }

    Optional<Reason> reason() {
        return Optional.ofNullable(refusal);
    }

    Optional<String> problem() {
        return Optional.ofNullable(misconfiguration);
    }
}
