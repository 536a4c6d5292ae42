package sluice.keys.internal;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.Ledger;
import sluice.keys.internal.budget.AccountBook;

/**
 * An account book whose number of charges the ledger seals, as it seals a device's sequence: a book with fewer was restored from a backup, or
 * emptied, and does not know what was spent.
 */
final class OpenBudgets implements Budgets {
    static final String SEQUENCE = "sluice.keys charges";

    private final AccountBook book;
    private final Ledger ledger;
    private long sealed;

    private OpenBudgets(AccountBook book, Ledger ledger, long sealed) {
        this.book = requireNonNull(book, "book is null");
        this.ledger = requireNonNull(ledger, "ledger is null");
        this.sealed = sealed;
    }

    static Budgets open(KeysSettings settings, Duration patience, Ledger ledger, InstantSource clock) {
        try {
            AccountBook book =
                    AccountBook.open(settings.budgets(), settings.vault().disk(), patience);
            return compared(book, ledger, clock);
        } catch (IOException | RuntimeException e) {
            return new ClosedBudgets("can not open the budgets: " + e.getMessage());
        }
    }

    private static OpenBudgets compared(AccountBook book, Ledger ledger, InstantSource clock) throws IOException {
        long known = ledger.opening().sequences().getOrDefault(SEQUENCE, 0L);
        long found = book.charges();
        try {
            if (found < known) {
                book.distrust(clock.instant(), known);
                ledger.event("budgets-lost", Map.of("found", Long.toString(found), "known", Long.toString(known)));
            }
            return new OpenBudgets(book, ledger, known);
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    /** To be called now and then. */
    void tick() {
        book.tick();
        long charges = book.charges();
        if (charges != sealed) {
            ledger.sequence(SEQUENCE, charges);
            sealed = charges;
        }
    }

    void close() {
        tick();
        book.close();
    }

    @Override
    public boolean charge(Account account, PrivacyLoss loss, PrivacyLoss allowance) {
        return book.charge(account, loss, allowance);
    }

    @Override
    public PrivacyLoss spent(Account account) {
        return book.spent(account);
    }

    @Override
    public String trouble() {
        return book.trouble();
    }
}
