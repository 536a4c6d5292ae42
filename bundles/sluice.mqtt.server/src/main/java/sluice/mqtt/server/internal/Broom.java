package sluice.mqtt.server.internal;

import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.journal.impl.JournalFilesRepository;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.persistence.impl.journal.JournalStorageManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages out of the journal's files once they are acknowledged. Artemis leaves them there until a file holds nothing else: for
 * days, with a quiet source. A message that should never have come this way is then out of the files a minute after it was refused.
 *
 * <p>1. No new message goes into the files of now. 2. What still waits is copied out of them. 3. They are deleted, and none is used
 * again. Deleted is not overwritten: what a disk keeps of deleted files is a matter of its encryption.
 */
final class Broom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Broom.class);
    private static final int COMPACT_SECONDS = 60;
    /** So that a long backlog is not copied all the time. */
    private static final int SHARE = 10;

    private final ActiveMQServer artemis;
    private final Mailboxes mailboxes;
    private final Duration interval;
    private final ScheduledExecutorService worker;
    private volatile boolean isDue = true;
    private volatile boolean isBehind;
    private long restUntil = System.nanoTime();
    private long settled;

    Broom(ActiveMQServer artemis, Mailboxes mailboxes, Duration interval) {
        this.artemis = artemis;
        this.mailboxes = mailboxes;
        this.interval = interval;
        this.worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sluice-mqtt-broom");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Sweeps what the last run of the server left, and from then on what was acknowledged since. */
    void start() {
        worker.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A queue that rested was taken away: there is more to sweep than what was acknowledged. */
    void sweepNow() {
        isDue = true;
        worker.execute(this::look);
    }

    /** Whether the last try failed, so that acknowledged messages are on disk for longer than they should be. */
    boolean isBehind() {
        return isBehind;
    }

    private void look() {
        long began = System.nanoTime();
        long now = mailboxes.settledCount();
        if (!isDue && (now == settled || began - restUntil < 0)) {
            return;
        }
        isDue = false;
        try {
            sweep();
            settled = now;
            isBehind = false;
        } catch (Exception failed) {
            isDue = true;
            isBehind = true;
            LOG.warn(
                    "acknowledged messages stay on disk for now: {}",
                    failed.getClass().getName());
        }
        long ended = System.nanoTime();
        restUntil = ended + SHARE * (ended - began);
    }

    /** Returns when the files hold only what still waits. */
    private void sweep() throws Exception {
        JournalImpl journal = (JournalImpl) ((JournalStorageManager) artemis.getStorageManager()).getMessageJournal();
        JournalFilesRepository files = journal.getFilesRepository();
        deleteFree(files);
        // those that are open already may have been used before
        for (int left = files.getOpenedFilesCount() + 1; left > 0; left--) {
            journal.forceMoveNextFile();
            deleteFree(files);
        }
        journal.scheduleCompactAndBlock(COMPACT_SECONDS);
        journal.checkReclaimStatus();
        deleteFree(files);
    }

    private static void deleteFree(JournalFilesRepository files) throws Exception {
        try {
            while (files.getFreeFilesCount() > 0) {
                files.getFreeFile().getFile().delete();
            }
        } catch (NoSuchElementException opened) {
            // just now, by the journal itself: it is one of those that are moved on from
        }
    }

    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(COMPACT_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the journal was still being swept after {} s", COMPACT_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
