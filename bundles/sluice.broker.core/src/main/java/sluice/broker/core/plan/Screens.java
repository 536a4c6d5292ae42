package sluice.broker.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/** The operators of one flow that hold back whole records, in the policy's order. What they remember outlives a plan. */
public final class Screens {
    /** Every record passes. */
    public static final Screens NONE = new Screens(List.of(), List.of());

    private final List<Screen> screens;
    private final List<Reason> reasons;

    private Screens(List<Screen> screens, List<Reason> reasons) {
        this.screens = screens;
        this.reasons = reasons;
    }

    /**
     * The screens of a flow, which remember nothing yet.
     *
     * @param permitted the permission
     * @param salt 64 bits that no other flow has
     * @return the screens, not linked to any shape
     */
    public static Screens of(Ruling.Permitted permitted, long salt) {
        List<Ruling.Held> held = permitted.held();
        return new Screens(
                held.stream().map(one -> one.maker().apply(salt)).toList(),
                held.stream().map(Ruling.Held::reason).toList());
    }

    /**
     * These screens, with what others remember of the same operators.
     *
     * @param before screens of the same flow, by the same words
     * @return new ones where there is nothing to remember: the map or the catalogue may say otherwise by now
     */
    public Screens remembering(Screens before) {
        List<Screen> kept = new ArrayList<>();
        for (int i = 0; i < screens.size(); i++) {
            Screen former = before.screens.get(i);
            kept.add(former.remembers() ? former : screens.get(i));
        }
        return new Screens(List.copyOf(kept), reasons);
    }

    /**
     * The same screens, with the same memory, for one shape of readings.
     *
     * @param reading the shape of the source's record
     * @return a view
     */
    public Screens linkedTo(Shape reading) {
        return new Screens(
                screens.stream().map(screen -> screen.linkedTo(reading)).toList(), reasons);
    }

    /**
     * Whether every record passes.
     *
     * @return true if there is no operator on records
     */
    public boolean isNone() {
        return screens.isEmpty();
    }

    /**
     * Whether a record is held back.
     *
     * @param reading its classified values
     * @param source id of the device, or symbolic name of the application, that it is from
     * @param chance see {@link Screen#passes}
     * @param now the platform's time
     * @return null if it goes on, or why not; screens behind the one that holds it back do not see it
     */
    public @Nullable Reason refuse(Slots reading, String source, long chance, Instant now) {
        for (int i = 0; i < screens.size(); i++) {
            if (!screens.get(i).passes(reading, source, chance, now)) {
                return reasons.get(i);
            }
        }
        return null;
    }
}
