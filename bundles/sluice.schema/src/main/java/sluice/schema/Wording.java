package sluice.schema;

import sluice.yaml.Say;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/**
 * How a part of a schema speaks of what does not meet it. Of JSON Schema's own keywords it heeds {@code writeOnly}: such a value is a secret
 * and not repeated. {@code x-help}, {@code x-code} and {@code x-noun} are ours, and other readers pass over them.
 *
 * @param help what the value must be, as the end of a sentence; empty if nobody said
 * @param code the code of a value that is of the right type and makes no sense; empty for the usual one
 * @param noun what a word names, for example {@code label}; empty for the key
 * @param isSecret whether the value must not be repeated
 */
record Wording(String help, String code, String noun, boolean isSecret) {
    /** The code of a name that has not the form of its kind. */
    static final String BAD_NAME = "bad-name";

    static Wording of(YamlMap schema) {
        return new Wording(
                schema.optionalText("x-help"),
                schema.optionalText("x-code"),
                schema.optionalText("x-noun"),
                schema.truth("writeOnly"));
    }

    /** Notes that a value is not what it must be. */
    boolean wrong(YamlValue value, boolean say, Fault fault) {
        if (say) {
            value.problem(fault.code(code), text(value, fault));
        }
        return false;
    }

    private String text(YamlValue value, Fault fault) {
        if (code.equals(BAD_NAME) && fault.isOfType) {
            return Say.quote(value.written()) + " is no name here; write " + help;
        }
        String got = isSecret ? "" : ", got " + (fault.got.isEmpty() ? value.shown() : fault.got);
        return Say.quote(value.name()) + " must be " + (help.isEmpty() ? fault.wanted : help) + got;
    }

    /**
     * A fault of a value.
     *
     * @param usual the usual code for it
     * @param isOfType whether it is at least of the right type, so that the schema's own code fits
     * @param wanted what it must be, where no help says so better
     * @param got what it is; empty for the value itself
     */
    record Fault(String usual, boolean isOfType, String wanted, String got) {
        private String code(String own) {
            return isOfType && !own.isEmpty() ? own : usual;
        }
    }
}
