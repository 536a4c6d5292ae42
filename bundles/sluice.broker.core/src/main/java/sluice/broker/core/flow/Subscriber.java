package sluice.broker.core.flow;

import java.util.Map;
import java.util.Set;
import sluice.broker.core.plan.Ruling;

/** A recipient that asks for streams, as the router sees it. */
public interface Subscriber {
    /**
     * Who asks.
     *
     * @return symbolic name of the application's bundle
     */
    String recipient();

    /**
     * For what.
     *
     * @return the purpose that its manifest names
     */
    String purpose();

    /**
     * What it asks for.
     *
     * @return stream to its records' shapes and its queue
     */
    Map<String, Binding.To> needs();

    /**
     * Told at each binding what it may get from now on.
     *
     * @param permitted the permission, with its label and its policy's retention
     * @param streams of which streams it is told by it: the flow's, and those from which that one was made
     */
    void bound(Ruling.Permitted permitted, Set<String> streams);
}
