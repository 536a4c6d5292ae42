package sluice.broker.core.flow;

import java.util.List;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.plan.Basis;
import sluice.broker.core.plan.Classifier;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Rules;
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
    private final Gatherings gatherings;

    /**
     * Routes that are conditional on what a board says.
     *
     * @param board the same as the flow's
     * @param gatherings what the flow gathers before it tells something
     */
    public SoloRoutes(Board board, Gatherings gatherings) {
        this.board = board;
        this.gatherings = gatherings;
    }

    /**
     * A route.
     *
     * @param stream the catalogue's entry, labels raised as far as the source raises them
     * @param reading the shape of the readings
     * @param meter counts for the flow
     * @param asked what is asked, and of which rules
     * @param mailbox the recipient's queue
     * @return a route
     */
    public Route of(CatalogueStream stream, Shape reading, Meter meter, Asked asked, Mailbox mailbox) {
        Classifier classifier = new Classifier(stream, reading);
        Basis basis = asked.rules.basis(asked.request);
        Ruling ruling = asked.rules.decide(asked.request, basis);
        Gathering gathering =
                gatherings.of(meter.flow(), ruling, stream.fields()).orElse(null);
        Binding.From from =
                new Binding.From(reading, stream.label(), screens.of(meter.flow(), ruling), board, gathering);
        Binding binding = new Binding(
                meter,
                new Binding.Why(asked.request, basis, ruling),
                from,
                new Binding.To(asked.request.alternatives(), mailbox));
        return new Route(
                stream,
                RecordReader.ofRows(reading),
                classifier,
                List.of(binding),
                meter,
                classifier.strippedOf(reading),
                binding.subjects());
    }

    /**
     * A request of rules.
     *
     * @param rules the rules
     * @param request the request
     */
    public record Asked(Rules rules, Request request) {}
}
