package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.Label;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/**
 * What is asked of the rules.
 *
 * @param flow stream, purpose and recipient
 * @param floor the least label of every field of the source; above the catalogue's for a household's device, or for what an application
 *     publishes that was told more
 * @param observation the shape of the recipient's record
 */
public record Request(FlowKey flow, Label floor, Shape observation) {
    public Request {
        requireNonNull(flow, "flow is null");
        requireNonNull(floor, "floor is null");
        requireNonNull(observation, "observation is null");
    }
}
