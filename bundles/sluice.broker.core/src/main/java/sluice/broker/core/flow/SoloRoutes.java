package sluice.broker.core.flow;

import java.util.List;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.plan.Classifier;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Shape;

/**
 * Routes with one recipient, for readings that come as slots already: a rehearsal of the line, without a driver and without a bundle. What
 * screens remember is one, whatever the shape of the readings, as in {@link Router}.
 */
public final class SoloRoutes {
    private final KeptScreens screens = new KeptScreens();
    private final Board board;

    /**
     * Routes that are conditional on what a board says.
     *
     * @param board the same as the flow's
     */
    public SoloRoutes(Board board) {
        this.board = board;
    }

    /**
     * A route.
     *
     * @param stream the catalogue's entry, labels raised as far as the source raises them
     * @param reading the shape of the readings
     * @param meter counts for the flow
     * @param ruling what the rules say of it
     * @param to the recipient's end
     * @return a route
     */
    public Route of(CatalogueStream stream, Shape reading, Meter meter, Ruling ruling, Binding.To to) {
        Classifier classifier = new Classifier(stream, reading);
        Binding.From from =
                new Binding.From(reading, stream.label(), screens.of(meter.flow(), ruling), board);
        Binding binding = new Binding(meter, ruling, from, to);
        return new Route(
                stream,
                RecordReader.ofRows(reading),
                classifier,
                List.of(binding),
                meter,
                classifier.strippedOf(reading),
                binding.subjects());
    }
}
