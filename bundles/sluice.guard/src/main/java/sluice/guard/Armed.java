package sluice.guard;

import java.util.Map;
import java.util.Set;

/**
 * A service that is there while the guard is armed. The broker needs it to run, so that intake is down before the guard drops its first hook.
 */
public interface Armed {
    /**
     * The layers that are off, which happens in a laboratory only.
     *
     * @return of {@code admission resolve services weave agent jdk}; empty in a city
     */
    Set<String> missingLayers();

    /**
     * What was refused to guests since start: {@code class}, or the name of a choke point of the JDK.
     *
     * @return to how often
     */
    default Map<String, Long> refusals() {
        return Map.of();
    }

    /**
     * Classes of the JDK, or of the framework, that hold a choke point and could not be woven: they run as they are.
     *
     * @return how many; anything but 0 is a hole in the layer {@code jdk}
     */
    default int unwoven() {
        return 0;
    }

    /**
     * What the agent cost at the start of the JVM.
     *
     * @return milliseconds
     */
    default long startMillis() {
        return 0;
    }
}
