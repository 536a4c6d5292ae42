package sluice.guard.internal.agent;

import java.util.Map;
import java.util.Set;
import sluice.guard.Armed;

/**
 * The guard as the broker and the operator see it while it is armed.
 *
 * @param layers which are on
 * @param agent counts what it refuses
 */
public record OnDuty(Layers layers, Agent agent) implements Armed {
    @Override
    public Set<String> missingLayers() {
        return layers.missingLayers();
    }

    @Override
    public Map<String, Long> refusals() {
        return agent.refusals();
    }

    @Override
    public int unwoven() {
        return agent.unwoven();
    }

    @Override
    public long startMillis() {
        return agent.startMillis();
    }
}
