package sluice.broker.core.flow;

import java.util.List;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.plan.Classifier;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Shape;

/**
 * Routes with one recipient, for readings that come as slots already: a rehearsal of the line, without a driver and without a bundle. What
 * screens remember is one, whatever the shape of the readings, as in {@link Router}.
 */
public final class SoloRoutes {
    private final KeptScreens screens = new KeptScreens();

    /** Nothing is read from it. */
    private record NoRecord() {}

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
                new Binding.From(reading, stream.label(), screens.of(meter.flow(), ruling));
        return new Route(
                stream,
                RecordReader.of(NoRecord.class, name -> false),
                classifier,
                List.of(new Binding(meter, ruling, from, to)),
                meter,
                classifier.strippedOf(reading));
    }
}
