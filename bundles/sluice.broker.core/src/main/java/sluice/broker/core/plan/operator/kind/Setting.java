package sluice.broker.core.plan.operator.kind;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.plan.map.Zones;

/**
 * What an operator may look at while a plan is made.
 *
 * @param stream the catalogue's entry, labels raised as far as the source raises them
 * @param zones the city's map
 */
public record Setting(CatalogueStream stream, Zones zones) {
    public Setting {
        requireNonNull(stream, "stream is null");
        requireNonNull(zones, "zones is null");
    }

    /**
     * A field of the stream.
     *
     * @param name its name
     * @return the field as a value that nothing was applied to, or empty if the stream has none of that name
     */
    public Optional<Value> value(String name) {
        CatalogueField field = stream.fields().get(name);
        return field == null ? Optional.empty() : Optional.of(Value.of(field, this));
    }
}
