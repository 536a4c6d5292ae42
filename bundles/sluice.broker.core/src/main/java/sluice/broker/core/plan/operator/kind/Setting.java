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
 * @param recipient symbolic name of the recipient's bundle; empty if it is for nobody in particular
 */
public record Setting(CatalogueStream stream, Zones zones, String recipient) {
    public Setting {
        requireNonNull(stream, "stream is null");
        requireNonNull(zones, "zones is null");
        requireNonNull(recipient, "recipient is null");
    }

    /**
     * For nobody in particular: what depends on the recipient does not fit.
     *
     * @param stream the catalogue's entry
     * @param zones the city's map
     */
    public Setting(CatalogueStream stream, Zones zones) {
        this(stream, zones, "");
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
