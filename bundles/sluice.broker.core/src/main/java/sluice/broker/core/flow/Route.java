package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.plan.Classifier;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.RecordReader;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/**
 * All that happens to the readings of one record class under one policy set: how they are read, classified, and to whom they go. Immutable;
 * a change of policy or of recipients makes a new route, and a reading that is on its way finishes on the old one.
 *
 * @param stream the catalogue's entry, with labels raised to the source's floor
 * @param reader reads the declared components
 * @param classifier checks them
 * @param bindings every recipient that asked for the stream, permitted or not
 * @param meter the stream's counts
 * @param stripped how many components the catalogue does not declare
 * @param subjects bit i is set if some binding asks whether the person that component i names opted out
 */
public record Route(
        CatalogueStream stream,
        RecordReader reader,
        Classifier classifier,
        List<Binding> bindings,
        Meter meter,
        int stripped,
        long subjects) {
    public Route {
        requireNonNull(stream, "stream is null");
        requireNonNull(reader, "reader is null");
        requireNonNull(classifier, "classifier is null");
        bindings = List.copyOf(bindings);
        requireNonNull(meter, "meter is null");
    }

    /**
     * The last record of a simulated device on each permitted binding, as text.
     *
     * @return at most one a binding
     */
    public List<BrokerView.Sample> samples() {
        List<BrokerView.Sample> samples = new ArrayList<>();
        for (Binding binding : bindings) {
            sample(binding).ifPresent(samples::add);
        }
        return samples;
    }

    private Optional<BrokerView.Sample> sample(Binding binding) {
        return binding.sample()
                .map(slots -> new BrokerView.Sample(
                        binding.flow(),
                        render(reader.shape(), slots.before()),
                        render(binding.observation(), slots.after())));
    }

    private static Map<String, String> render(Shape shape, Slots slots) {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < shape.size(); i++) {
            Component component = shape.components().get(i);
            texts.put(component.name(), slots.render(i, component.type()));
        }
        return texts;
    }
}
