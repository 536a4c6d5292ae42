package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the registers say that policies are conditional on. Fail closed: what no register says is not so, and as long as nothing at all was
 * said ({@link Facts#UNKNOWN}) every flow is frozen.
 */
public interface Conditions {
    /**
     * Asks for the facts in force, now and at each change.
     *
     * @param activate given the present facts before this returns, and each later snapshot, one at a time; every record that is mediated
     *     after it returned is mediated by them
     * @return close it to be told no more
     */
    Subscription subscribe(Consumer<Facts> activate);

    /**
     * Facts that never change.
     *
     * @param facts the facts
     * @return conditions that say so
     */
    static Conditions of(Facts facts) {
        return activate -> {
            activate.accept(facts);
            return () -> {};
        };
    }

    /**
     * All that the registers say at one time. Immutable.
     *
     * @param agreements name to when it is in force; one that is not named is not in force
     * @param assessments name to when its approval holds; one that is not named is not approved
     * @param freezes what must not flow because of a breach; applies to every flow without being written in any policy
     * @param optOuts who does not want to be told of
     */
    record Facts(Map<String, Term> agreements, Map<String, Term> assessments, Set<Freeze> freezes, OptOuts optOuts) {
        /** Nothing was said: no agreement, no approval, everybody opted out, everything frozen. */
        public static final Facts UNKNOWN = new Facts(Map.of(), Map.of(), Set.of(Freeze.ALL), OptOuts.UNKNOWN);

        /** The registers were read and are empty: no agreement, no approval, nobody opted out, nothing frozen. */
        public static final Facts CALM = new Facts(Map.of(), Map.of(), Set.of(), OptOuts.NOBODY);

        public Facts {
            agreements = Map.copyOf(agreements);
            assessments = Map.copyOf(assessments);
            freezes = Set.copyOf(freezes);
            requireNonNull(optOuts, "optOuts is null");
        }
    }

    /**
     * From when to when something holds.
     *
     * @param from first instant
     * @param until first instant at which it does not hold any more; not before {@code from}
     */
    record Term(Instant from, Instant until) {
        public Term {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("a term ends before it begins: " + from + " to " + until);
            }
        }
    }

    /**
     * Flows that must not flow.
     *
     * @param stream a catalogue stream, or {@link #ANY}
     * @param purpose a purpose, or {@link #ANY}
     * @param recipient symbolic name of a recipient, or {@link #ANY}
     */
    record Freeze(String stream, String purpose, String recipient) {
        /** Whatever it is. */
        public static final String ANY = "*";

        /** Everything. */
        public static final Freeze ALL = new Freeze(ANY, ANY, ANY);

        public Freeze {
            requireNonNull(stream, "stream is null");
            requireNonNull(purpose, "purpose is null");
            requireNonNull(recipient, "recipient is null");
        }

        /**
         * Whether it stops a flow.
         *
         * @param flow stream, purpose and recipient
         * @return true if so
         */
        public boolean covers(FlowKey flow) {
            return covers(stream, flow.stream())
                    && covers(purpose, flow.purpose())
                    && covers(recipient, flow.recipient());
        }

        private static boolean covers(String named, String name) {
            return named.equals(ANY) || named.equals(name);
        }
    }
}
