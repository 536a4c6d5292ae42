package sluice.ledger.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.ledger.internal.tree.Publisher;

/**
 * Forgets openings when their days are over. Each day the journal starts a new file, so that what is forgotten does not live on in it. Used
 * by one thread at a time.
 */
final class Forgetting {
    private final LedgerSettings settings;
    private final Publisher publisher;
    private final Runnable roll;
    private @Nullable LocalDate swept;

    Forgetting(LedgerSettings settings, Publisher publisher, Runnable roll) {
        this.settings = settings;
        this.publisher = publisher;
        this.roll = roll;
    }

    /** The days that were forgotten just now. */
    List<LocalDate> due() {
        LocalDate today = settings.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        if (today.equals(swept)) {
            return List.of();
        }
        boolean isRestartOnAnotherDay = swept == null
                && publisher.lastSecond() >= 0
                && today.toEpochDay() != Math.floorDiv(publisher.lastSecond(), 86_400L);
        if (swept != null || isRestartOnAnotherDay) {
            roll.run();
        }
        swept = today;
        return publisher.forget(today.minusDays(settings.openingDays()));
    }
}
