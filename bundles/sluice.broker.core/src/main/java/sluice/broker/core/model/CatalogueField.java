package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

/**
 * One field of a stream as the city labels it.
 *
 * @param name as in Smart Data Models where they have one, for example {@code fillingLevel}
 * @param type type of every value
 * @param unit UCUM code, {@code "1"} for a ratio, or empty where there is none
 * @param label how identifiable a raw value is
 * @param limits what a plausible value is; others refuse the reading
 * @param coarse from which coarseness on a generalised value counts as {@link Label#DEIDENTIFIED}
 */
public record CatalogueField(String name, ValueType type, String unit, Label label, Limits limits, Coarseness coarse) {
    public CatalogueField {
        requireNonNull(name, "name is null");
        requireNonNull(type, "type is null");
        requireNonNull(unit, "unit is null");
        requireNonNull(label, "label is null");
        requireNonNull(limits, "limits is null");
        requireNonNull(coarse, "coarse is null");
    }

    /**
     * The same field with a label that is at least as high.
     *
     * @param floor the least label it shall have
     * @return a copy, or this
     */
    public CatalogueField raisedTo(Label floor) {
        return floor.isAbove(label) ? new CatalogueField(name, type, unit, floor, limits, coarse) : this;
    }
}
