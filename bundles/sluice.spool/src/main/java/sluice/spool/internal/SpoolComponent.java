package sluice.spool.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.Spool;
import sluice.broker.core.port.Trouble;
import sluice.journal.Disk;

/** The spool as a service. A spool that can not be opened is a service too: one that takes nothing, and says why. */
@Component(
        name = "sluice.spool",
        service = {Spool.class, Trouble.Source.class},
        immediate = true)
@Designate(ocd = SpoolConfig.class)
public final class SpoolComponent implements Spool, Trouble.Source {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolComponent.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
    private static final long TICK_MILLIS = 200;
    private static final long LEAST_BYTES = 1 << 20;

    private final KeptSpool spool;
    private final ScheduledExecutorService keeper;
    private List<Trouble> lastTroubles = List.of();

    /**
     * Opens the spool and takes stock of what is in it.
     *
     * @param config the configuration
     * @throws IllegalArgumentException if a setting makes no sense
     */
    @Activate
    public SpoolComponent(SpoolConfig config) {
        this.spool = JournalSpool.open(settings(config));
        this.keeper = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sluice-spool-keeper");
            thread.setDaemon(true);
            return thread;
        });
        LOG.info("spool started");
        tellTroubles();
        keeper.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, MILLISECONDS);
    }

    static SpoolSettings settings(SpoolConfig config) {
        require(config.max_bytes() >= LEAST_BYTES, "max.bytes", "1048576 or more", config.max_bytes());
        boolean inRange = config.batch_millis() >= 0 && config.batch_millis() <= 50;
        require(inRange, "batch.millis", "0 to 50", config.batch_millis());
        return SpoolSettings.of(
                folder(config.folder()),
                config.max_bytes(),
                Duration.ofMillis(config.batch_millis()),
                Disk.ofThisMachine());
    }

    private static Path folder(String configured) {
        return configured.isEmpty()
                ? Optional.ofNullable(System.getProperty("karaf.data"))
                        .map(data -> Path.of(data, "sluice", "spool"))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "set `folder` of `sluice.spool`, or the system property `karaf.data`"))
                : Path.of(configured);
    }

    private static void require(boolean met, String name, String range, long value) {
        if (!met) {
            throw new IllegalArgumentException(
                    "`" + name + "` of `sluice.spool` must be " + range + ", got `" + value + "`");
        }
    }

    private void tick() {
        try {
            spool.tick();
        } catch (RuntimeException e) {
            LOG.error("the spool's keeper failed: {}", e.getClass().getName());
        }
        tellTroubles();
    }

    private void tellTroubles() {
        List<Trouble> troubles = spool.troubles();
        if (!codes(troubles).equals(codes(lastTroubles))) {
            LOG.warn(
                    "spool: {}",
                    troubles.isEmpty() ? "all is well again" : troubles.get(0).why());
        }
        lastTroubles = troubles;
    }

    // Not the texts: one of them counts.
    private static List<String> codes(List<Trouble> troubles) {
        return troubles.stream().map(trouble -> trouble.code() + trouble.what()).toList();
    }

    /** Writes what is pending and how far the recipients are. */
    @Deactivate
    public void stop() {
        keeper.shutdown();
        try {
            keeper.awaitTermination(CLOSE_PATIENCE.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        spool.close(CLOSE_PATIENCE);
        LOG.info("spool stopped");
    }

    @Override
    public String part() {
        return "spool";
    }

    @Override
    public List<Trouble> troubles() {
        return spool.troubles();
    }

    @Override
    public void append(String recipient, byte[] entry, WhenDurable whenDurable) {
        spool.append(recipient, entry, whenDurable);
    }

    @Override
    public void consumed(String recipient, long position) {
        spool.consumed(recipient, position);
    }

    @Override
    public void replay(String recipient, Visitor visitor) {
        spool.replay(recipient, visitor);
    }

    @Override
    public String trouble() {
        return spool.trouble();
    }
}
