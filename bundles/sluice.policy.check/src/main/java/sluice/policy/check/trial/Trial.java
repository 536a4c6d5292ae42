package sluice.policy.check.trial;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.rehearsal.Act;
import sluice.broker.core.rehearsal.Asked;
import sluice.yaml.Mark;

/**
 * One test of a city's rules: readings of one stream, and what one recipient is told for one purpose.
 *
 * @param name what is promised, a sentence
 * @param at where it stands
 * @param flow stream, purpose and recipient
 * @param floor the least label of every field of the device
 * @param asked the recipient's record; empty: all that its policy releases
 * @param facts what the registers say
 * @param steps readings in order; at least one
 */
public record Trial(
        String name, Mark at, FlowKey flow, Label floor, List<Asked> asked, Conditions.Facts facts, List<Step> steps) {
    public Trial {
        requireNonNull(name, "name is null");
        requireNonNull(at, "at is null");
        requireNonNull(flow, "flow is null");
        requireNonNull(floor, "floor is null");
        asked = List.copyOf(asked);
        requireNonNull(facts, "facts is null");
        steps = List.copyOf(steps);
    }

    /**
     * One reading.
     *
     * @param act the reading
     * @param expected what is to become of it
     */
    public record Step(Act act, Expected expected) {}

    /** What is to become of a reading. */
    public sealed interface Expected {}

    /**
     * The recipient is told exactly this.
     *
     * @param values output to value; what is not named is absent
     */
    public record Told(Map<String, Object> values) implements Expected {
        public Told {
            values = Map.copyOf(values);
        }
    }

    /**
     * The recipient is told nothing.
     *
     * @param reason under which it is counted
     */
    public record Denied(Reason reason) implements Expected {}

    /**
     * A point somewhere near another, for operators that add noise.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @param metres at most this far away
     */
    public record Near(double latitude, double longitude, double metres) {}
}
