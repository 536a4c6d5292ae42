package sluice.ledger.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Trouble;
import sluice.journal.Disk;
import sluice.journal.JournalSettings;

/** The ledger as a service. A ledger that can not be opened is a service too: one that lets nothing flow, and says why. */
@Component(
        name = "sluice.ledger",
        service = {Ledger.class, Trouble.Source.class},
        immediate = true)
@Designate(ocd = LedgerConfig.class)
public final class LedgerComponent implements Ledger, Trouble.Source {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerComponent.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 100;
    // Older ones are read by a verification only: a start that took minutes would be a reason not to restart.
    private static final long RECENT_LEAVES = 1_000_000;
    private static final int JOURNAL_FILES = 32;

    private final KeptLedger ledger;
    private final ScheduledExecutorService sealer;
    private String lastTrouble = "";

    /**
     * Opens the ledger: reads it from its first entry, and goes on behind its last.
     *
     * @param config the configuration
     * @throws IllegalArgumentException if a setting makes no sense
     */
    @Activate
    public LedgerComponent(LedgerConfig config) {
        this.ledger = LedgerOpener.open(settings(config));
        this.sealer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sluice-ledger-sealer");
            thread.setDaemon(true);
            return thread;
        });
        LOG.info("ledger started; last sealed second {}", ledger.opening().lastSealedSecond());
        tellTrouble();
        sealer.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, MILLISECONDS);
    }

    static LedgerSettings settings(LedgerConfig config) {
        require(config.batch_millis(), 0, 50, "batch.millis");
        require(config.batch_leaves(), 1, 1_000, "batch.leaves");
        require(config.openings_days(), 1, 36_500, "openings.days");
        return new LedgerSettings(
                places(config),
                JournalSettings.STANDARD.withBatch(config.batch_leaves(), Duration.ofMillis(config.batch_millis())),
                Disk.ofThisMachine(),
                Clock.systemUTC(),
                new SecureRandom(),
                PATIENCE,
                config.openings_days(),
                RECENT_LEAVES,
                JOURNAL_FILES);
    }

    private static LedgerSettings.Places places(LedgerConfig config) {
        Path folder = folder(config.folder());
        Path beside = folder.resolveSibling(folder.getFileName() + "-anchor");
        String origin = config.origin().isEmpty() ? "sluice.invalid/ledger/" + UUID.randomUUID() : config.origin();
        if (!origin.matches("[!-*,-~]{1,200}")) {
            throw new IllegalArgumentException("`origin` of `sluice.ledger` must be 1 to 200 plain characters without"
                    + " space or plus, got `" + origin + "`");
        }
        return new LedgerSettings.Places(
                folder, config.anchor_folder().isEmpty() ? beside : Path.of(config.anchor_folder()), origin);
    }

    private static Path folder(String configured) {
        return configured.isEmpty()
                ? Optional.ofNullable(System.getProperty("karaf.data"))
                        .map(data -> Path.of(data, "sluice", "ledger"))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "set `folder` of `sluice.ledger`, or the system property `karaf.data`"))
                : Path.of(configured);
    }

    private static void require(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "`" + name + "` of `sluice.ledger` must be " + least + " to " + most + ", got `" + value + "`");
        }
    }

    private void tick() {
        try {
            ledger.tick();
        } catch (RuntimeException e) {
            LOG.error("the ledger's sealer failed: {}", e.getClass().getName());
        }
        tellTrouble();
    }

    private void tellTrouble() {
        String trouble = ledger.trouble();
        if (!trouble.equals(lastTrouble)) {
            lastTrouble = trouble;
            LOG.warn("ledger: {}", trouble.isEmpty() ? "can be written again" : trouble);
        }
    }

    /** Seals the open second and closes the ledger. */
    @Deactivate
    public void stop() {
        stopSealer();
        ledger.close(CLOSE_PATIENCE);
        LOG.info("ledger stopped");
    }

    private void stopSealer() {
        sealer.shutdown();
        try {
            sealer.awaitTermination(PATIENCE.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sealer.shutdownNow();
    }

    @Override
    public String part() {
        return "ledger";
    }

    @Override
    public List<Trouble> troubles() {
        String trouble = ledger.trouble();
        return trouble.isEmpty() ? List.of() : List.of(new Trouble(ledger.code(), "ledger", trouble));
    }

    @Override
    public Tally tally(FlowKey flow, String code) {
        return ledger.tally(flow, code);
    }

    @Override
    public boolean open(long epochSecond) {
        return ledger.open(epochSecond);
    }

    @Override
    public void sequence(String device, long sequence) {
        ledger.sequence(device, sequence);
    }

    @Override
    public void disclose(FlowKey flow, String device, Runnable whenDurable) {
        ledger.disclose(flow, device, whenDurable);
    }

    @Override
    public void event(String event, Map<String, String> details) {
        ledger.event(event, details);
    }

    @Override
    public Opening opening() {
        return ledger.opening();
    }

    @Override
    public String trouble() {
        return ledger.trouble();
    }

    @Override
    public Verification verify() {
        return ledger.verify();
    }
}
