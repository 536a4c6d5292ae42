package sluice.policy.internal;

import java.util.List;
import java.util.function.Function;
import sluice.broker.core.model.PolicySet;
import sluice.yaml.Problem;

/** What became of a folder of policy files. */
public sealed interface Loaded {
    /**
     * All of it makes sense together.
     *
     * @param set the set
     */
    record Sound(PolicySet set) implements Loaded {}

    /**
     * At least one thing does not; nothing of it is used.
     *
     * @param problems everything that is wrong
     */
    record Faulty(List<Problem> problems) implements Loaded {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    /**
     * One of the two.
     *
     * @param sound what to make of a set
     * @param faulty what to make of problems
     * @param <T> what is made
     * @return made by the one that applies
     */
    default <T> T fold(Function<Sound, T> sound, Function<Faulty, T> faulty) {
        return this instanceof Sound yes ? sound.apply(yes) : faulty.apply((Faulty) this);
    }
}
