package sluice.broker.core.port;

import java.util.function.Consumer;
import sluice.broker.core.model.PolicySet;

/** Where the city's decisions come from. */
public interface PolicySource {
    /**
     * Asks for the set in force, now and at each change.
     *
     * @param activate given the current set before this returns, and each later set, one at a time; it returns when the set is in force
     * @return close it to be told no more
     */
    Subscription subscribe(Consumer<PolicySet> activate);
}
