package sluice.conditions.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.Subscription;
import sluice.broker.core.port.Trouble;
import sluice.conditions.OptOutDesk;
import sluice.yaml.FolderWatch;
import sluice.yaml.Folders;
import sluice.yaml.Problem;
import sluice.yaml.Snapshot;

/** Tells what the registers say, and each change within a second. What can not be read says no. */
@Component(
        name = "sluice.conditions",
        service = {Conditions.class, OptOutDesk.class, Trouble.Source.class},
        immediate = true)
@Designate(ocd = ConditionsConfig.class)
public final class ConditionFiles implements Conditions, OptOutDesk, Trouble.Source {
    private static final Logger LOG = LoggerFactory.getLogger(ConditionFiles.class);
    private static final long LEAST_POLL = 10;
    private static final long MOST_POLL = 600;

    private final List<Consumer<Facts>> subscribers = new CopyOnWriteArrayList<>();
    private final Object turn = new Object();
    private final Object desk = new Object();
    private final Settings settings;
    private final Optional<OptOutKey> key;
    private final FolderWatch watch;
    private Facts facts = Facts.UNKNOWN;
    private volatile List<Trouble> troubles = List.of();

    /**
     * Where what is.
     *
     * @param folder holds {@code registers/}
     * @param interval from look to look
     * @param zone in which a date begins
     * @param keyFile the key of the opt-outs
     */
    record Settings(Path folder, Duration interval, ZoneId zone, Path keyFile) {}

    /**
     * Reads the registers and goes on watching.
     *
     * @param config the configuration
     */
    @Activate
    public ConditionFiles(ConditionsConfig config) {
        this(new Settings(
                Folders.resolve(config.folder()),
                Duration.ofMillis(Math.max(LEAST_POLL, Math.min(MOST_POLL, config.poll_millis()))),
                ZoneId.of(config.time_zone()),
                config.key_file().isEmpty()
                        ? Path.of(System.getProperty("karaf.data", "data"), "sluice", "keys", "opt-outs.key")
                        : Path.of(config.key_file())));
    }

    ConditionFiles(Settings settings) {
        this.settings = settings;
        this.key = key(settings.keyFile);
        this.watch = FolderWatch.open(
                new FolderWatch.Settings(
                        "sluice-conditions-watch", settings.folder, List.of(Register.FOLDER), settings.interval),
                this::load);
    }

    private static Optional<OptOutKey> key(Path file) {
        try {
            return Optional.of(OptOutKey.in(file));
        } catch (IOException unreadable) {
            LOG.error("the key of the opt-outs can not be read, so everybody counts as opted out");
            return Optional.empty();
        }
    }

    /** Ends the watch. */
    @Deactivate
    public void close() {
        watch.close();
    }

    @Override
    public Subscription subscribe(Consumer<Facts> activate) {
        Consumer<Facts> own = activate::accept; // one of its own, so that it can be told from an equal one
        synchronized (turn) {
            activate.accept(facts);
            subscribers.add(own);
        }
        return () -> subscribers.remove(own);
    }

    @Override
    public boolean optOut(String kind, String name) throws IOException {
        synchronized (desk) {
            boolean isNew = file().add(kind, name);
            watch.lookNow();
            return isNew;
        }
    }

    @Override
    public boolean optIn(String kind, String name) throws IOException {
        synchronized (desk) {
            boolean wasThere = file().remove(kind, name);
            watch.lookNow();
            return wasThere;
        }
    }

    private OptOutFile file() throws IOException {
        return new OptOutFile(
                settings.folder, key.orElseThrow(() -> new IOException("the key of the opt-outs can not be read")));
    }

    @Override
    public String part() {
        return "conditions";
    }

    @Override
    public List<Trouble> troubles() {
        return troubles;
    }

    private void load(Snapshot snapshot) {
        RegisterReader reader = new RegisterReader(snapshot, key, settings.zone);
        Facts now = reader.facts();
        troubles = reader.problems().stream().map(ConditionFiles::trouble).toList();
        synchronized (turn) {
            facts = now;
            subscribers.forEach(subscriber -> subscriber.accept(now));
        }
        LOG.info(
                "registers in force: {} agreements, {} assessments, {} freezes, {} opt-outs, {} problems",
                now.agreements().size(),
                now.assessments().size(),
                now.freezes().size(),
                now.optOuts().size(),
                troubles.size());
    }

    private static Trouble trouble(Problem problem) {
        return new Trouble(problem.code(), "register " + problem.at(), problem.text());
    }
}
