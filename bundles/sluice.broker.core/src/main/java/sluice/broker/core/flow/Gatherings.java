package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Window;
import sluice.broker.core.noise.NoiseSource;
import sluice.broker.core.noise.Purse;
import sluice.broker.core.plan.Later;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.Budgets;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.window.Birth;
import sluice.broker.core.window.Closed;
import sluice.broker.core.window.Recipe;
import sluice.broker.core.window.Room;
import sluice.broker.core.window.Stage;
import sluice.broker.core.window.Tumbling;
import sluice.broker.core.window.aggregate.Digests;

/**
 * What all flows gather. A flow's open windows last while its policy says the same words, the catalogue and the map are the same, and its
 * recipient stays with the same record; when one of them goes they are void. Safe for several threads.
 */
public final class Gatherings {
    private final InstantSource clock;
    private final Budgets budgets;
    private final Room room;
    private final @Nullable Instant killed;
    private final SecureRandom random = new SecureRandom();
    private final Map<FlowKey, Gathering> gatherings = new HashMap<>();
    private final Map<List<String>, Instant> toldUntil = new HashMap<>();
    private final Set<FlowKey> wanted = new HashSet<>();
    private final Set<FlowKey> mourned = new HashSet<>();
    private final Deque<Due> due = new ArrayDeque<>();

    /**
     * Nothing gathered.
     *
     * @param clock the platform's time
     * @param budgets pays for noise
     * @param room the memory of all windows
     */
    public Gatherings(InstantSource clock, Budgets budgets, Room room) {
        this(clock, budgets, room, null);
    }

    /**
     * Nothing gathered, after a kill.
     *
     * @param clock the platform's time
     * @param budgets pays for noise
     * @param room the memory of all windows
     * @param killed in which second the platform was killed before; null if it was not
     */
    public Gatherings(InstantSource clock, Budgets budgets, Room room, @Nullable Instant killed) {
        this.clock = requireNonNull(clock, "clock is null");
        this.budgets = requireNonNull(budgets, "budgets is null");
        this.room = requireNonNull(room, "room is null");
        this.killed = killed;
    }

    /**
     * Something to be told.
     *
     * @param exit to whom
     * @param closed what
     */
    record Due(Binding exit, Closed closed) {}

    /** The gathering of a flow; empty if its records are told at once. */
    synchronized Optional<Gathering> of(FlowKey flow, Ruling ruling, Object ground) {
        Gathering before = gatherings.get(flow);
        if (!(ruling instanceof Ruling.Permitted permitted) || permitted.later() instanceof Later.AtOnce) {
            return Optional.empty();
        }
        wanted.add(flow);
        Shape observation = permitted.observation();
        Object words =
                List.of(Terms.of(flow, ruling, observation), permitted.policy().conditions(), ground);
        if (before == null || !before.isBy(words)) {
            giveUp(flow, before);
            gatherings.put(flow, make(flow, permitted, words));
        }
        return Optional.ofNullable(gatherings.get(flow));
    }

    /** A flow whose binding stayed, and so what it gathers. */
    synchronized void keep(FlowKey flow) {
        wanted.add(flow);
    }

    /** From now on, only what is asked for again stays. */
    synchronized void begin() {
        wanted.clear();
    }

    /** Gives up what was not asked for again. */
    synchronized void sweep() {
        giveUpIf(flow -> !wanted.contains(flow));
    }

    /** A recipient left: of what it was to be told, nothing is whole. */
    synchronized void leave(String recipient) {
        giveUpIf(flow -> flow.recipient().equals(recipient));
    }

    /** The platform stops: every open window is void. */
    public synchronized void close() {
        giveUpIf(flow -> true);
    }

    /** Ends what is over. */
    synchronized void turn() {
        Instant now = clock.instant();
        gatherings.forEach((flow, gathering) -> {
            if (gathering.exit() != null) { // otherwise nobody could be told yet what is void
                add(flow, gathering, gathering.close(now));
            }
        });
    }

    /** What is to be told next; null if there is nothing. Stays until {@link #told} is called. */
    synchronized @Nullable Due next() {
        return due.peekFirst();
    }

    /** What was next has been told. */
    synchronized void told() {
        due.pollFirst();
    }

    private void giveUpIf(Predicate<FlowKey> unwanted) {
        Iterator<Map.Entry<FlowKey, Gathering>> all = gatherings.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<FlowKey, Gathering> one = all.next();
            if (unwanted.test(one.getKey())) {
                giveUp(one.getKey(), one.getValue());
                all.remove();
            }
        }
    }

    private void giveUp(FlowKey flow, @Nullable Gathering gathering) {
        if (gathering != null) {
            add(flow, gathering, gathering.abandon());
        }
    }

    private void add(FlowKey flow, Gathering gathering, List<Closed> closed) {
        Binding exit = gathering.exit();
        for (Closed one : closed) {
            if (gathering.isOfWindows()) {
                toldUntil.merge(subjectsOf(flow), gathering.endOf(one), (a, b) -> a.isAfter(b) ? a : b);
            }
            if (exit != null) {
                due.addLast(new Due(exit, one));
                mourned.add(flow);
            }
        }
    }

    /** INVARIANT: no two windows about the same people are told to one recipient, whatever the purpose: so one begins after all that were told. */
    private Birth birth(FlowKey flow) {
        Instant now = clock.instant();
        Instant told = toldUntil.getOrDefault(subjectsOf(flow), Instant.MIN);
        return new Birth(told.isBefore(now) ? now : told, mourned.contains(flow) ? null : killed);
    }

    private static List<String> subjectsOf(FlowKey flow) {
        return List.of(flow.stream(), flow.recipient());
    }

    private Gathering make(FlowKey flow, Ruling.Permitted permitted, Object words) {
        Digests digests = Digests.fresh();
        if (permitted.later() instanceof Later.Waits waits) {
            return new Gathering(words, digests, waits.how().maker().apply(random), waits, null);
        }
        Recipe recipe = ((Later.Windows) permitted.later()).recipe();
        Recipe.Tools tools = new Recipe.Tools(digests, random, NoiseSource.unforeseeable());
        Stage stage = new Tumbling(
                recipe.grouping(tools, permitted.observation().requiredMask()),
                recipe.times(),
                room,
                birth(flow),
                random);
        return new Gathering(
                words,
                digests,
                stage,
                permitted.later(),
                purse(flow, recipe.window().noise()));
    }

    private @Nullable Purse purse(FlowKey flow, Window.Noise noise) {
        return noise.isNone()
                ? null
                : new Purse(
                        budgets, flow.stream(), flow.recipient(), new Purse.Terms(noise.epoch(), noise.allowance()));
    }
}
