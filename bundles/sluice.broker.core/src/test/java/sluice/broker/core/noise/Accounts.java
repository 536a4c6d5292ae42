package sluice.broker.core.noise;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;

/** Budgets in memory. */
final class Accounts implements Budgets {
    static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    static final EpochRule DAYS = new EpochRule(Duration.ofDays(1), ZoneId.of("America/Toronto"));

    /** Pays for whatever. */
    static final Purse RICH = new Accounts().purse(new PrivacyLoss(Long.MAX_VALUE, Long.MAX_VALUE));

    private final Map<Account, PrivacyLoss> spent = new HashMap<>();

    Purse purse(PrivacyLoss allowance) {
        return new Purse(this, "traffic.plate", "sluice.app.planning", new Purse.Terms(DAYS, allowance));
    }

    @Override
    public boolean charge(Account account, PrivacyLoss loss, PrivacyLoss allowance) {
        PrivacyLoss after = spent(account).plus(loss);
        if (!after.isWithin(allowance)) {
            return false;
        }
        spent.put(account, after);
        return true;
    }

    @Override
    public PrivacyLoss spent(Account account) {
        return spent.getOrDefault(account, PrivacyLoss.NONE);
    }

    @Override
    public String trouble() {
        return "";
    }
}
