package sluice.keys.internal;

import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;

/**
 * Budgets that could not be opened: nothing may be spent.
 *
 * @param trouble why
 */
record ClosedBudgets(String trouble) implements Budgets {
    @Override
    public boolean charge(Account account, PrivacyLoss loss, PrivacyLoss allowance) {
        return false;
    }

    @Override
    public PrivacyLoss spent(Account account) {
        return PrivacyLoss.NONE;
    }
}
