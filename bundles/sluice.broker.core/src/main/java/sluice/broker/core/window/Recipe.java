package sluice.broker.core.window;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Window;
import sluice.broker.core.noise.NoiseSource;
import sluice.broker.core.window.Grouping.Output;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.aggregate.Aggregate;
import sluice.broker.core.window.aggregate.Digests;
import sluice.broker.core.window.aggregate.Protection;

/**
 * A policy's windows, compiled for one recipient's record.
 *
 * @param window as the policy has it
 * @param times when windows begin and end
 * @param protection how much of a crowd a group has to be
 * @param parts one for each component of the recipient's record, in order
 */
public record Recipe(Window window, Times times, Protection protection, List<Part> parts) {
    public Recipe {
        requireNonNull(window, "window is null");
        requireNonNull(times, "times is null");
        requireNonNull(protection, "protection is null");
        parts = List.copyOf(parts);
    }

    /**
     * What aggregates of one flow work with. Belongs to the flow alone and ends with its windows.
     *
     * @param digests of values
     * @param random chooses what is hidden besides; nobody can foresee it
     * @param noise where noise comes from
     */
    public record Tools(Digests digests, RandomGenerator random, NoiseSource noise) {
        public Tools {
            requireNonNull(digests, "digests is null");
            requireNonNull(random, "random is null");
            requireNonNull(noise, "noise is null");
        }
    }

    /** Makes the aggregate of one group. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Makes it.
         *
         * @param tools of the flow
         * @return one that has seen no value
         */
        Aggregate make(Tools tools);
    }

    /**
     * A component of the recipient's record.
     *
     * @param role what it is
     * @param maker makes the aggregate of one group; null for a field of the group
     */
    public record Part(Role role, @Nullable Maker maker) {
        public Part {
            requireNonNull(role, "role is null");
        }

        Output with(Tools tools) {
            return maker == null ? Output.key(role) : new Output(role, () -> maker.make(tools));
        }
    }

    /**
     * The recipe with its tools.
     *
     * @param tools of the flow
     * @param required components without which the recipient's record can not be made, bit by bit
     * @return how records of the flow become groups
     */
    public Grouping grouping(Tools tools, int required) {
        return new Grouping(
                protection, parts.stream().map(part -> part.with(tools)).toList(), required);
    }
}
