package sluice.keys.internal.budget;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;
import sluice.journal.CheckedFile;
import sluice.journal.Damage;
import sluice.journal.Disk;
import sluice.journal.Journal;
import sluice.journal.JournalSettings;
import sluice.journal.Visitor;

/**
 * Accounts of privacy budgets: a journal of charges, and from time to time a file with their sums. A charge counts in memory before it is
 * written, so that one of which nobody knows whether it reached the disk is spent. What is damaged is not guessed: the book does not open.
 */
public final class AccountBook implements Budgets, Closeable {
    private static final JournalSettings SETTINGS = JournalSettings.STANDARD
            .withSegmentBytes(64 << 10)
            .withBatch(1_000, Duration.ZERO)
            .withPendingBytes(64 << 10);
    private static final long LARGE_BYTES = 192 << 10;
    private static final int MOST = 50_000;

    private final Journal journal;
    private final CheckedFile sums;
    private final Duration patience;
    private final Map<Account, PrivacyLoss> spent = new HashMap<>();
    private Instant forgotten = Instant.EPOCH;
    private volatile String trouble = "";

    private AccountBook(Path folder, Disk disk, Duration patience) throws IOException {
        this.patience = patience;
        this.sums = new CheckedFile(folder.resolve("accounts"), disk);
        this.journal = Journal.open(folder, SETTINGS, disk);
    }

    /**
     * Opens the book of a folder.
     *
     * @param folder made if missing
     * @param disk writes
     * @param patience longest time that a charge may take
     * @return the book
     * @throws IOException if it can not be read, is damaged, or is open elsewhere
     */
    public static AccountBook open(Path folder, Disk disk, Duration patience) throws IOException {
        AccountBook book = new AccountBook(folder, disk, patience);
        try {
            book.read();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private void read() throws IOException {
        List<String> lines = sums.read().orElse(List.of("0 0"));
        String[] first = lines.get(0).split(" ");
        forgotten = Instant.ofEpochMilli(Long.parseLong(first[1]));
        lines.stream().skip(1).map(Charge::of).forEach(this::add);
        List<Damage> damages = new ArrayList<>();
        journal.replay(Long.parseLong(first[0]), Long.MAX_VALUE, new Visitor() {
            @Override
            public void entry(long position, byte[] payload) {
                add(Charge.of(new String(payload, UTF_8)));
            }

            @Override
            public void damage(Damage damage) {
                damages.add(damage);
            }
        });
        if (!damages.isEmpty()) {
            throw new IOException("charges are damaged: " + damages.get(0));
        }
    }

    private void add(Charge charge) {
        spent.merge(charge.account(), charge.loss(), PrivacyLoss::plus);
    }

    @Override
    public synchronized boolean charge(Account account, PrivacyLoss loss, PrivacyLoss allowance) {
        boolean isForgotten = account.epoch().from().isBefore(forgotten);
        if (isForgotten || !spent(account).plus(loss).isWithin(allowance)) {
            return false;
        }
        Charge charge = new Charge(account, loss);
        add(charge);
        boolean isOnDisk = journal.appendAndWait(charge.toString().getBytes(UTF_8), patience)
                .isPresent();
        trouble = isOnDisk ? "" : "a charge could not be written in time " + journal.trouble();
        return isOnDisk;
    }

    @Override
    public synchronized PrivacyLoss spent(Account account) {
        PrivacyLoss sum = PrivacyLoss.NONE;
        for (Map.Entry<Account, PrivacyLoss> entry : spent.entrySet()) {
            Account other = entry.getKey();
            boolean isSame = other.stream().equals(account.stream())
                    && other.recipient().equals(account.recipient())
                    && other.epoch().overlaps(account.epoch());
            sum = isSame ? sum.plus(entry.getValue()) : sum;
        }
        return sum;
    }

    @Override
    public String trouble() {
        return journal.trouble().isEmpty() ? trouble : journal.trouble();
    }

    /** Writes sums in place of charges, if there are many. To be called now and then. */
    public synchronized void tick() {
        try {
            if (journal.bytes() > LARGE_BYTES) {
                forgetOldest();
                writeSums();
            }
        } catch (IOException e) {
            trouble = "can not write sums: " + e.getMessage() + "; it is tried again until it works";
        }
    }

    private void forgetOldest() {
        while (spent.size() > MOST) {
            Instant oldest = spent.keySet().stream()
                    .map(account -> account.epoch().from())
                    .min(Instant::compareTo)
                    .orElseThrow();
            forgotten = oldest.plusMillis(1);
            spent.keySet().removeIf(account -> account.epoch().from().isBefore(forgotten));
        }
    }

    private void writeSums() throws IOException {
        long position = journal.next();
        List<String> lines = new ArrayList<>();
        lines.add(position + " " + forgotten.toEpochMilli());
        spent.forEach((account, loss) -> lines.add(new Charge(account, loss).toString()));
        sums.replace(lines);
        journal.dropBefore(position);
    }

    @Override
    public void close() {
        journal.close(patience);
    }
}
