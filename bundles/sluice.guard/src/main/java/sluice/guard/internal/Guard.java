package sluice.guard.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.guard.Admission;
import sluice.guard.Armed;
import sluice.guard.internal.agent.Agent;
import sluice.guard.internal.agent.Layers;
import sluice.guard.internal.agent.OnDuty;
import sluice.guard.internal.desk.Desk;
import sluice.guard.internal.hook.Hooks;
import sluice.guard.internal.list.Lists;
import sluice.guard.internal.roll.Arrivals;
import sluice.guard.internal.roll.Enforcement;
import sluice.guard.internal.roll.Herald;
import sluice.guard.internal.roll.Roster;
import sluice.guard.internal.roll.Sweeper;
import sluice.guard.internal.verdict.Judge;
import sluice.guard.rules.AllowList;
import sluice.guard.rules.SharedObjects;

/**
 * The order in which things come and go.
 *
 * <p>Start: hooks; a verdict on every bundle that is here; guests that got wires while there was no guard are stopped and refreshed; the agent is
 * armed; the services are published, whereupon the broker starts; guests that should run are started.
 *
 * <p>Stop: it is told; {@link Armed} goes, and with it the broker, before this goes on; guests are stopped and refreshed; the agent is disarmed;
 * the hooks go last. Whatever hangs, the agent is disarmed in the end.
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LAST_RESORT_SECONDS = 30;

    private final BundleContext context;
    private final Agent agent;
    private final Layers layers;
    private final Roster roster;
    private final Herald herald;
    private final Sweeper sweeper;
    private final Arrivals arrivals;
    private final Enforcement enforcement;
    private final Desk desk;
    private final Hooks hooks;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();
    private boolean isStopping;
    private volatile boolean isDown;

    Guard(BundleContext context, Agent agent, Path folder, InstantSource clock) {
        this.context = context;
        this.agent = agent;
        layers = new Layers(agent.layers());
        Lists lists = Lists.in(folder, problem -> LOG.warn("{}", problem));
        roster = new Roster(context, new Judge(agent, layers.admission(), lists, clock, cache(context)));
        herald = new Herald(context, roster);
        sweeper = new Sweeper(context);
        arrivals = new Arrivals(roster, herald, sweeper, this::enforceSoon);
        enforcement = new Enforcement(context, roster, sweeper, arrivals);
        hooks = new Hooks(context, roster, layers, enforcement::expel);
        desk = new Desk(lists, roster, herald, enforcement, clock);
    }

    private void enforceSoon() {
        enforcement.enforceSoon();
    }

    /** Arms the agent, now or, where guests have to be taken back first, when that is done. */
    void start() throws BundleException {
        // Once before the first hook is asked: then everybody is known, and the classes that it takes to answer are
        // loaded.
        roster.guests();
        hooks.register();
        context.addBundleListener(arrivals);
        herald.open();
        arrivals.judgeAll();
        List<Bundle> up = enforcement.guestsUp();
        if (!sweeper.stop(up, Bundle.STOP_TRANSIENT, PATIENCE).isEmpty()) {
            throw new BundleException("a guest that ran without the guard does not stop: restart the platform");
        }
        sweeper.refresh(up, this::arm);
    }

    void stop() {
        CompletableFuture.delayedExecutor(LAST_RESORT_SECONDS, TimeUnit.SECONDS).execute(this::disarm);
        try {
            synchronized (this) {
                isStopping = true;
            }
            herald.tell("guard-stopping", Map.of());
            services.forEach(Guard::unregister);
            List<Bundle> stubborn = sweeper.sweep(enforcement.guestsUp(), Bundle.STOP_TRANSIENT, PATIENCE);
            stubborn.forEach(bundle -> LOG.error("`{}` does not stop: end the process", bundle.getSymbolicName()));
        } finally {
            disarm();
            isDown = true;
            context.removeBundleListener(arrivals);
            hooks.unregister();
        }
        LOG.info("guard stopped");
    }

    private void disarm() {
        if (!isDown) {
            agent.disarm();
        }
    }

    private synchronized void arm() {
        if (isStopping) {
            return;
        }
        SharedObjects.fixHashes(AllowList.current());
        agent.arm();
        herald.tell(
                "guard-armed", Map.of("guests", Integer.toString(roster.guests().size())));
        if (!layers.missingLayers().isEmpty()) {
            LOG.warn("a laboratory: these layers are off: {}", layers.missingLayers());
            herald.tell("guard-weakened", Map.of("missing", String.join(" ", layers.missingLayers())));
        }
        services.add(context.registerService(Admission.class, desk, null));
        services.add(0, context.registerService(Armed.class, new OnDuty(layers, agent), null));
        LOG.info("guard armed");
        enforcement.resume();
    }

    private static void unregister(ServiceRegistration<?> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException e) {
            // Gone already.
        }
    }

    /** The framework's storage: two levels above the guard's own part of it. */
    private static Path cache(BundleContext context) {
        return context.getDataFile("").toPath().resolve("../..");
    }
}
