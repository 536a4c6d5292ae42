package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.noise.Purse;
import sluice.broker.core.plan.Later;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.window.Closed;
import sluice.broker.core.window.Incoming;
import sluice.broker.core.window.Recipe;
import sluice.broker.core.window.Stage;
import sluice.broker.core.window.aggregate.Digests;

/** What one flow gathers before it tells something, whatever sources it has. Lives as long as the words of its policy and its recipient do. */
final class Gathering {
    private final Object words;
    private final Digests digests;
    private final Stage stage;
    private final Later later;
    private final @Nullable Recipe recipe;
    private final @Nullable Purse purse;
    private volatile @Nullable Binding exit;
    private volatile boolean isOpen = true;

    /**
     * A gathering of nothing.
     *
     * @param words equal for gatherings that would do the same
     * @param digests of whom records are about
     * @param stage what gathers
     * @param later by which rule; not at once
     * @param purse pays for noise; null if there is none
     */
    Gathering(Object words, Digests digests, Stage stage, Later later, @Nullable Purse purse) {
        this.words = requireNonNull(words, "words is null");
        this.digests = requireNonNull(digests, "digests is null");
        this.stage = requireNonNull(stage, "stage is null");
        this.later = requireNonNull(later, "later is null");
        this.recipe = later instanceof Later.Windows windows ? windows.recipe() : null;
        this.purse = purse;
    }

    Digests digests() {
        return digests;
    }

    boolean isBy(Object other) {
        return words.equals(other);
    }

    /** A source's way in, and where it leads. Of bindings that differ in what may rest on a disk, one that may not stays. */
    Absorber open(Shape reading, Binding binding) {
        Binding before = exit;
        if (before == null
                || before.handover() == Binding.Handover.SPOOL
                || binding.handover() != Binding.Handover.SPOOL) {
            exit = binding;
        }
        return new Absorber(this, reading, fields());
    }

    private Absorber.Fields fields() {
        if (later instanceof Later.Waits waits) {
            return new Absorber.Fields(waits.how().subject(), "", waits.how().place());
        }
        return recipe == null
                ? Absorber.Fields.NONE
                : new Absorber.Fields(
                        recipe.window().subject(), recipe.window().diversity().field(), "");
    }

    boolean isOfWindows() {
        return recipe != null;
    }

    /** The end of a window; when it was told, for anything else. */
    Instant endOf(Closed closed) {
        return recipe == null
                ? closed.start()
                : closed.start().plus(recipe.window().length());
    }

    @Nullable
    Binding exit() {
        return exit;
    }

    @Nullable
    Reason take(Incoming incoming, Instant now) {
        return stage.take(incoming, now);
    }

    /** What is due now. Where noise can not be paid for, the window is void. */
    List<Closed> close(Instant now) {
        return paid(stage.close(now));
    }

    boolean isOpen() {
        return isOpen;
    }

    /** Gives up what is open; what is due is told. */
    List<Closed> abandon() {
        isOpen = false;
        return paid(stage.abandon());
    }

    private List<Closed> paid(List<Closed> closed) {
        List<Closed> paid = new ArrayList<>();
        for (Closed one : closed) {
            paid.add(one.rows().isEmpty() || pays(one.start()) ? one : one.asVoid(Closed.BUDGET_SPENT));
        }
        return paid;
    }

    /** A window that reaches into another epoch is paid for in both. */
    private boolean pays(Instant start) {
        if (purse == null || recipe == null) {
            return true;
        }
        var noise = recipe.window().noise();
        Instant last = start.plus(recipe.window().length()).minusMillis(1);
        boolean isWithinOne = noise.epoch().at(start).equals(noise.epoch().at(last));
        return purse.pay(start, noise.loss()) && (isWithinOne || purse.pay(last, noise.loss()));
    }
}
