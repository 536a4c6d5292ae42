package sluice.app.api;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A city application. Published as a Declarative Services component; the policy knows it by its bundle's symbolic name.
 *
 * <p>Called on the application's own thread, one call at a time. A call that takes longer than 1 s makes its application <em>stalled</em>,
 * which the operator sees; after 5 s it is interrupted and its effects are discarded ({@code recipient-stalled}). An exception discards the
 * effects of that call only ({@code recipient-failed}), is counted by its class name, and its message is thrown away.
 */
@ConsumerType
public interface Application {
    /**
     * For which purpose it works, what it needs and what it publishes. Asked once, when the application arrives.
     *
     * @return the same every time
     */
    Manifest manifest();

    /**
     * Takes one observation.
     *
     * @param observation a record of a class named in the manifest, filled with what policy released
     * @param context the time and the application's own state
     * @return what to do; all of it is done or none of it
     */
    List<Effect> on(Observation observation, Context context);

    /**
     * Called at an instant that the application asked for with {@link Effect.Wake}, or as soon after it as its thread is free.
     *
     * @param due the instant asked for
     * @param context the time and the application's own state
     * @return what to do; all of it is done or none of it
     */
    default List<Effect> at(Instant due, Context context) {
        return List.of();
    }
}
