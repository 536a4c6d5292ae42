package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.Epoch;
import sluice.broker.core.model.PrivacyLoss;

/**
 * What has been told about the subjects of a stream, by recipient and epoch. It survives a restart, and in doubt a loss counts as spent.
 */
public interface Budgets {
    /** Nothing may be spent: for a broker that has nowhere to keep accounts. */
    Budgets NONE = new Budgets() {
        @Override
        public boolean charge(Account account, PrivacyLoss loss, PrivacyLoss allowance) {
            return false;
        }

        @Override
        public PrivacyLoss spent(Account account) {
            return PrivacyLoss.NONE;
        }

        @Override
        public String trouble() {
            return "there are no privacy budgets here";
        }
    };

    /**
     * Charges a loss, before anything is released for it. Blocks for one write to disk. To be called from any thread that may wait.
     *
     * @param account whose
     * @param loss what the release will tell
     * @param allowance most that all releases of the account's epoch may tell together
     * @return true if the charge is on disk and within the allowance; false if it exceeds it, or can not be written: release nothing then. A
     *     charge of which that is uncertain is spent
     */
    boolean charge(Account account, PrivacyLoss loss, PrivacyLoss allowance);

    /**
     * What is spent of an account: its own charges, and those of every account of the same stream and recipient whose epoch overlaps, so
     * that another length of epoch gives nothing back.
     *
     * @param account whose
     * @return the sum
     */
    PrivacyLoss spent(Account account);

    /**
     * Whether charges can be written now.
     *
     * @return empty if they can, otherwise why not, for the operator
     */
    String trouble();

    /**
     * Whose subjects, told to whom, and when.
     *
     * @param stream the catalogue stream
     * @param recipient symbolic name of the recipient's bundle
     * @param epoch the epoch that holds what was observed; of the observations' time, not of the clock's, so that no clock gives a budget back
     */
    record Account(String stream, String recipient, Epoch epoch) {
        public Account {
            requireNonNull(stream, "stream is null");
            requireNonNull(recipient, "recipient is null");
            requireNonNull(epoch, "epoch is null");
        }
    }
}
