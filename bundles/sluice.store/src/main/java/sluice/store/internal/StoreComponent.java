package sluice.store.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreCount;
import sluice.broker.core.port.Trouble;
import sluice.store.Answer;
import sluice.store.Hold;
import sluice.store.Overview;
import sluice.store.StoreKeeper;

/** The store as a service. One that can not be opened is a service too: it gives and takes nothing, says why, and is tried again. */
@Component(
        name = "sluice.store",
        service = {Store.class, StoreKeeper.class, Trouble.Source.class},
        immediate = true)
@Designate(ocd = StoreConfig.class)
public final class StoreComponent implements Store, StoreKeeper, Trouble.Source {
    private static final Logger LOG = LoggerFactory.getLogger(StoreComponent.class);
    private static final long TICK_MILLIS = 1_000;

    private final Settings settings;
    private final ScheduledExecutorService keeper;
    private volatile KeptStore store;
    private List<String> lastCodes = List.of();

    /**
     * Opens the store.
     *
     * @param config the configuration
     * @param ledger where destroyed keys and the last commit are written down
     * @throws IllegalArgumentException if a setting makes no sense
     */
    @Activate
    public StoreComponent(StoreConfig config, @Reference Ledger ledger) {
        this.settings = Settings.of(config, ledger);
        this.store = settings.open();
        this.keeper = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sluice-store-keeper");
            thread.setDaemon(true);
            return thread;
        });
        LOG.info("store started");
        keeper.scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, MILLISECONDS);
    }

    private void tick() {
        try {
            if (store instanceof ClosedStore) {
                store = settings.open();
            }
            store.tick();
        } catch (RuntimeException e) {
            LOG.error("the store's keeper failed: {}", e.getClass().getName());
        }
        tellTroubles();
    }

    private void tellTroubles() {
        List<Trouble> troubles = store.troubles();
        List<String> codes = troubles.stream().map(Trouble::code).toList();
        if (!codes.equals(lastCodes)) {
            LOG.warn(
                    "store: {}",
                    troubles.isEmpty() ? "all is well again" : troubles.get(0).why());
        }
        lastCodes = codes;
    }

    /** Ends after the present commit. */
    @Deactivate
    public void stop() {
        keeper.shutdown();
        try {
            keeper.awaitTermination(5_000, MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        store.close();
        LOG.info("store stopped");
    }

    @Override
    public String part() {
        return "store";
    }

    @Override
    public List<Trouble> troubles() {
        return store.troubles();
    }

    @Override
    public Optional<Shelf> open(Place place) {
        return store.open(place);
    }

    @Override
    public String trouble() {
        return store.trouble();
    }

    @Override
    public List<StoreCount> counts() {
        return store.counts();
    }

    @Override
    public Overview overview() {
        return store.overview();
    }

    @Override
    public Answer hold(Hold hold) {
        return store.hold(hold);
    }

    @Override
    public Answer release(String name, String by) {
        return store.release(name, by);
    }

    @Override
    public Answer backup(Path folder, boolean withKeys) {
        return store.backup(folder, withKeys);
    }

    @Override
    public Answer accept(String by) {
        return store.accept(by);
    }
}
