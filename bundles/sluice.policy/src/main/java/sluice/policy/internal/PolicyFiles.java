package sluice.policy.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.port.PolicySource;
import sluice.broker.core.port.Subscription;
import sluice.broker.core.port.Trouble;
import sluice.policy.internal.words.PolicyCode;
import sluice.yaml.FolderWatch;
import sluice.yaml.Folders;
import sluice.yaml.Problem;
import sluice.yaml.Snapshot;

/**
 * Keeps the set in force that the city's files say. A set is taken as a whole or not at all: while any file is faulty, the last good set
 * stays, and the operator is told file and line. Before the first good set nothing is permitted.
 */
@Component(
        name = "sluice.policy",
        service = {PolicySource.class, Trouble.Source.class},
        immediate = true)
@Designate(ocd = PolicyFiles.Config.class)
public final class PolicyFiles implements PolicySource, Trouble.Source {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyFiles.class);
    private static final Map<String, String> NOUNS = Map.of(
            "catalogue", "catalogue",
            "purposes", "purpose",
            "policies", "policy",
            "zones", "zone",
            "recipients", "recipient",
            "schedules", "schedule",
            "jurisdiction", "jurisdiction");
    private static final long LEAST_POLL = 10;
    private static final long MOST_POLL = 60_000;

    /** Where the files are. */
    @ObjectClassDefinition(name = "Sluice policy files")
    public @interface Config {
        /**
         * The folder that holds {@code catalogue/}, {@code purposes/} and {@code policies/}.
         *
         * @return a path; <code>${karaf.etc}</code> stands for the platform's configuration folder
         */
        @AttributeDefinition(name = "Folder", description = "holds catalogue/, purposes/, policies/ and zones/")
        String folder() default "${karaf.etc}/sluice";

        /**
         * How often the folder is looked at.
         *
         * @return milliseconds, 10 to 60,000
         */
        @AttributeDefinition(name = "Poll interval", description = "milliseconds", min = "10", max = "60000")
        long poll_millis() default 250;

        /**
         * The act that purposes are checked against.
         *
         * @return the name of a profile in {@code jurisdiction/}
         */
        @AttributeDefinition(name = "Jurisdiction", description = "name of a profile in jurisdiction/")
        String jurisdiction() default PolicyLoader.USUAL_JURISDICTION;
    }

    private final List<Consumer<PolicySet>> subscribers = new CopyOnWriteArrayList<>();
    private final Object turn = new Object();
    private final String jurisdiction;
    private final FolderWatch watch;
    private PolicySet inForce = PolicySet.EMPTY;
    private volatile List<Trouble> troubles = List.of();

    @Activate
    public PolicyFiles(Config config) {
        this(
                Folders.resolve(config.folder()),
                Duration.ofMillis(Math.max(LEAST_POLL, Math.min(MOST_POLL, config.poll_millis()))),
                config.jurisdiction());
    }

    PolicyFiles(Path folder, Duration interval, String jurisdiction) {
        this.jurisdiction = jurisdiction;
        watch = FolderWatch.open(
                new FolderWatch.Settings("sluice-policy-watch", folder, PolicyLoader.FOLDERS, interval), this::load);
    }

    @Deactivate
    public void close() {
        watch.close();
    }

    @Override
    public Subscription subscribe(Consumer<PolicySet> activate) {
        Consumer<PolicySet> own = activate::accept; // one of its own, so that it can be told from an equal one
        synchronized (turn) {
            activate.accept(inForce);
            subscribers.add(own);
        }
        return () -> subscribers.remove(own);
    }

    @Override
    public String part() {
        return "policy";
    }

    @Override
    public List<Trouble> troubles() {
        return troubles;
    }

    private void load(Snapshot snapshot) {
        troubles =
                PolicyLoader.load(snapshot, jurisdiction).fold(sound -> activate(sound.set()), PolicyFiles::keepLast);
    }

    private List<Trouble> activate(PolicySet set) {
        synchronized (turn) {
            if (set.version().equals(inForce.version())) {
                return List.of();
            }
            inForce = set;
            LOG.info(
                    "policy set {} in force: {} policies",
                    set.version(),
                    set.policies().size());
            return subscribers.stream()
                    .flatMap(subscriber -> tell(subscriber, set).stream())
                    .toList();
        }
    }

    private static List<Trouble> tell(Consumer<PolicySet> subscriber, PolicySet set) {
        try {
            subscriber.accept(set);
            return List.of();
        } catch (RuntimeException failed) {
            LOG.error("policy set {} could not be put in force", set.version(), failed);
            String why =
                    "a part of the platform failed with " + failed.getClass().getSimpleName() + "; see the log";
            return List.of(new Trouble(PolicyCode.ACTIVATION_FAILED, "policy set `" + set.version() + "`", why));
        }
    }

    private static List<Trouble> keepLast(Loaded.Faulty faulty) {
        LOG.warn(
                "policy files are faulty, the last good set stays: {} problems",
                faulty.problems().size());
        return faulty.problems().stream()
                .map(problem -> new Trouble(problem.code(), what(problem), problem.text()))
                .toList();
    }

    private static String what(Problem problem) {
        String file = problem.at().file();
        String folder = file.substring(0, Math.max(0, file.indexOf('/')));
        return NOUNS.containsKey(folder) ? NOUNS.get(folder) + " " + problem.at() : "folder `" + file + "`";
    }
}
