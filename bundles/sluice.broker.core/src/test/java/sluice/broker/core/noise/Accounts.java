package sluice.broker.core.noise;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.rehearsal.RehearsalBudgets;

/** Purses of budgets in memory. */
final class Accounts {
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final EpochRule DAYS = new EpochRule(Duration.ofDays(1), ZoneId.of("America/Toronto"));

    /** Pays for whatever. */
    static final Purse RICH = new Accounts().purse(new PrivacyLoss(Long.MAX_VALUE, Long.MAX_VALUE));

    private final Budgets budgets = new RehearsalBudgets();

    Purse purse(PrivacyLoss allowance) {
        return new Purse(budgets, "traffic.plate", "sluice.app.planning", new Purse.Terms(DAYS, allowance));
    }
}
