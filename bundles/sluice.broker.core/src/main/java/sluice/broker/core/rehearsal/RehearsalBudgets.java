package sluice.broker.core.rehearsal;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;

/** Accounts of privacy budgets for as long as a rehearsal lasts. Safe for several threads. */
public final class RehearsalBudgets implements Budgets {
    private final Map<Account, PrivacyLoss> spent = new HashMap<>();

    @Override
    public synchronized boolean charge(Account account, PrivacyLoss loss, PrivacyLoss allowance) {
        PrivacyLoss after = spent(account).plus(loss);
        if (!after.isWithin(allowance)) {
            return false;
        }
        spent.put(account, after);
        return true;
    }

    @Override
    public synchronized PrivacyLoss spent(Account account) {
        return spent.getOrDefault(requireNonNull(account, "account is null"), PrivacyLoss.NONE);
    }

    @Override
    public String trouble() {
        return "";
    }
}
