package sluice.broker.core.noise;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;

/** The budget of one flow: what may be told about the subjects of a stream to one recipient, in each epoch. Safe for several threads. */
public final class Purse {
    private final Budgets budgets;
    private final String stream;
    private final String recipient;
    private final Terms terms;

    /**
     * A purse.
     *
     * @param budgets where it is kept
     * @param stream the catalogue stream
     * @param recipient symbolic name of the recipient's bundle
     * @param terms as the policy has them
     */
    public Purse(Budgets budgets, String stream, String recipient, Terms terms) {
        this.budgets = requireNonNull(budgets, "budgets is null");
        this.stream = requireNonNull(stream, "stream is null");
        this.recipient = requireNonNull(recipient, "recipient is null");
        this.terms = requireNonNull(terms, "terms is null");
    }

    /**
     * How much, and for how long.
     *
     * @param rule cuts time into epochs
     * @param allowance most that may be told in one
     */
    public record Terms(EpochRule rule, PrivacyLoss allowance) {
        public Terms {
            requireNonNull(rule, "rule is null");
            requireNonNull(allowance, "allowance is null");
        }
    }

    /**
     * Pays for a release, durably, before it is made.
     *
     * @param observed an instant of what is released, such as a window's start; a window must not reach over the end of an epoch
     * @param loss what the release tells
     * @return false if nothing may be released
     */
    public boolean pay(Instant observed, PrivacyLoss loss) {
        return budgets.charge(account(observed), loss, terms.allowance());
    }

    /**
     * What is spent in an epoch.
     *
     * @param observed an instant in it
     * @return the sum of all that was paid
     */
    public PrivacyLoss spent(Instant observed) {
        return budgets.spent(account(observed));
    }

    private Budgets.Account account(Instant observed) {
        return new Budgets.Account(stream, recipient, terms.rule().at(observed));
    }
}
