package sluice.schema;

import sluice.yaml.YamlValue;

/** One demand of a schema. */
interface Rule {
    /**
     * Whether a value meets it.
     *
     * @param value any
     * @param say whether to note a problem with the value if it does not
     * @return true if so, and for values of a type that the demand does not speak of
     */
    boolean check(YamlValue value, boolean say);
}
