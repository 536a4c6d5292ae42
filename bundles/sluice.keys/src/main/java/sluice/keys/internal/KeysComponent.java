package sluice.keys.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.Keys;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Trouble;
import sluice.keys.internal.budget.AccountBook;

/** Keys and budgets as services. What can not be opened is a service too: one that says no, and why; everything else goes on. */
@Component(
        name = "sluice.keys",
        service = {Keys.class, Budgets.class, Trouble.Source.class},
        immediate = true)
@Designate(ocd = KeysConfig.class)
public final class KeysComponent implements Keys, Budgets, Trouble.Source {
    private static final Logger LOG = LoggerFactory.getLogger(KeysComponent.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long TICK_MILLIS = 1_000;

    private final KeptKeys keys;
    private final Budgets budgets;
    private final ScheduledExecutorService keeper;
    private List<String> lastTroubles = List.of();

    /**
     * Opens keys and budgets, and destroys what is over.
     *
     * @param config the configuration
     * @param ledger is told of each key made and destroyed
     * @throws IllegalArgumentException if a setting makes no sense
     */
    @Activate
    public KeysComponent(KeysConfig config, @Reference Ledger ledger) {
        KeysSettings settings = KeysSettings.of(config, System::getProperty, System.getenv());
        this.keys = OpenKeys.open(settings, ledger, InstantSource.system());
        this.budgets = open(settings);
        this.keeper = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sluice-keys-keeper");
            thread.setDaemon(true);
            return thread;
        });
        LOG.info("keys started");
        tellTroubles();
        keeper.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, MILLISECONDS);
    }

    private static Budgets open(KeysSettings settings) {
        try {
            return AccountBook.open(settings.budgets(), settings.vault().disk(), PATIENCE);
        } catch (IOException | RuntimeException e) {
            return new ClosedBudgets("can not open the budgets: " + e.getMessage());
        }
    }

    private void tick() {
        try {
            keys.tick();
            if (budgets instanceof AccountBook book) {
                book.tick();
            }
        } catch (RuntimeException e) {
            LOG.error("the keeper of keys failed: {}", e.getClass().getName());
        }
        tellTroubles();
    }

    private void tellTroubles() {
        List<Trouble> troubles = troubles();
        List<String> codes = troubles.stream().map(Trouble::code).toList();
        if (!codes.equals(lastTroubles)) {
            LOG.warn(
                    "keys: {}",
                    troubles.isEmpty() ? "all is well again" : troubles.get(0).why());
        }
        lastTroubles = codes;
    }

    /** Overwrites the keys in memory. */
    @Deactivate
    public void stop() {
        keeper.shutdown();
        try {
            keeper.awaitTermination(PATIENCE.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        keys.close();
        if (budgets instanceof AccountBook book) {
            book.close();
        }
        LOG.info("keys stopped");
    }

    @Override
    public String part() {
        return "keys";
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>(keys.troubles());
        if (!budgets.trouble().isEmpty()) {
            troubles.add(new Trouble("budgets-down", "privacy budgets", budgets.trouble()));
        }
        return troubles;
    }

    @Override
    public Series series(Name name) {
        return keys.series(name);
    }

    @Override
    public boolean charge(Account account, PrivacyLoss loss, PrivacyLoss allowance) {
        return budgets.charge(account, loss, allowance);
    }

    @Override
    public PrivacyLoss spent(Account account) {
        return budgets.spent(account);
    }

    @Override
    public String trouble() {
        return budgets.trouble();
    }
}
