package sluice.policy.internal;

import java.util.List;
import java.util.function.Function;
import sluice.broker.core.model.PolicySet;
import sluice.yaml.Problem;

/** What became of a folder of policy files. */
sealed interface Loaded {
    /** All of it makes sense together. */
    record Sound(PolicySet set) implements Loaded {}

    /** At least one thing does not; nothing of it is used. */
    record Faulty(List<Problem> problems) implements Loaded {
        public Faulty {
            problems = List.copyOf(problems);
        }
    }

    default <T> T fold(Function<Sound, T> sound, Function<Faulty, T> faulty) {
        return this instanceof Sound yes ? sound.apply(yes) : faulty.apply((Faulty) this);
    }
}
