package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/**
 * What is asked of the rules.
 *
 * @param flow stream, purpose and recipient
 * @param floor the least label of every field of the source; above the catalogue's for a household's device, or for what an application
 *     publishes that was told more
 * @param lineage the streams from which a publishing application made it, whether the record shows it or not; none for a device
 * @param alternatives the shapes of the records that the recipient can do with, from most to least exact; at least one
 */
public record Request(FlowKey flow, Label floor, Set<String> lineage, List<Shape> alternatives) {
    public Request {
        requireNonNull(flow, "flow is null");
        requireNonNull(floor, "floor is null");
        lineage = Set.copyOf(lineage);
        alternatives = List.copyOf(alternatives);
        if (alternatives.isEmpty()) {
            throw new IllegalArgumentException("a request needs a record");
        }
    }

    /**
     * A request for what a device says, with one record.
     *
     * @param flow stream, purpose and recipient
     * @param floor the least label of every field of the source
     * @param observation the shape of the recipient's record
     */
    public Request(FlowKey flow, Label floor, Shape observation) {
        this(flow, floor, Set.of(), List.of(observation));
    }

    /**
     * The record that the recipient would like best.
     *
     * @return the most exact alternative
     */
    public Shape observation() {
        return alternatives.get(0);
    }
}
