package sluice.broker.core.flow;

import java.util.Map;
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
     * @return stream to its record's shape and its queue
     */
    Map<String, Binding.To> needs();

    /**
     * Told at each binding what it may get from now on.
     *
     * @param permitted the permission, with its label and its policy's retention
     */
    void bound(Ruling.Permitted permitted);
}
