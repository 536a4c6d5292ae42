package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One kind of reading as the city labels it.
 *
 * @param name for example {@code traffic.plate}
 * @param fields by name, in the catalogue's order
 * @param accuracy what a reading must meet before it may be used (s. 30(2))
 * @param notice how people are told where they are sensed (s. 29(2)): a sign, its place; empty if nobody wrote it down
 * @param where the catalogue entry
 */
public record CatalogueStream(
        String name, Map<String, CatalogueField> fields, Accuracy accuracy, String notice, Where where) {
    public CatalogueStream {
        requireNonNull(name, "name is null");
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        requireNonNull(accuracy, "accuracy is null");
        requireNonNull(notice, "notice is null");
        requireNonNull(where, "where is null");
    }

    /**
     * A stream of which no sign tells.
     *
     * @param name its name
     * @param fields by name, in the catalogue's order
     * @param accuracy what a reading must meet before it may be used
     * @param where the catalogue entry
     */
    public CatalogueStream(String name, Map<String, CatalogueField> fields, Accuracy accuracy, Where where) {
        this(name, fields, accuracy, "", where);
    }

    /**
     * The same stream with every label at least as high.
     *
     * @param floor the least label
     * @return a copy
     */
    public CatalogueStream raisedTo(Label floor) {
        Map<String, CatalogueField> raised = new LinkedHashMap<>();
        fields.forEach((name, field) -> raised.put(name, field.raisedTo(floor)));
        return new CatalogueStream(name, raised, accuracy, notice, where);
    }

    /**
     * The most identifying label of its fields.
     *
     * @return {@link Label#NONPERSONAL} if it has none
     */
    public Label label() {
        return fields.values().stream().map(CatalogueField::label).reduce(Label.NONPERSONAL, Label::max);
    }
}
