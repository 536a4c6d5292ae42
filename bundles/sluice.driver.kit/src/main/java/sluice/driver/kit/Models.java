package sluice.driver.kit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of models that a driver claims. Immutable. */
public final class Models {
    private final Map<String, Model> byName = new TreeMap<>();

    private Models(List<Model> models) {
        for (Model model : models) {
            if (byName.put(model.name(), model) != null) {
                throw new IllegalArgumentException("model `" + model.name() + "` stands twice in the table");
            }
        }
    }

    /**
     * A table.
     *
     * @param models each under a name of its own
     * @return the table
     */
    public static Models of(Model... models) {
        return new Models(List.of(models));
    }

    /**
     * Looks a model up.
     *
     * @param name as the device file has it
     * @return the model
     * @throws IllegalArgumentException if the driver does not claim it; names the setting {@code model}
     */
    public Model named(String name) {
        Model model = byName.get(name);
        if (model == null) {
            throw new IllegalArgumentException("`model` must be one of " + String.join(", ", byName.keySet()));
        }
        return model;
    }

    /**
     * All names.
     *
     * @return sorted
     */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
