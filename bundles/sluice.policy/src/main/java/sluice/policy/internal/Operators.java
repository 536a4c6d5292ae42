package sluice.policy.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import sluice.broker.core.model.Policy.Step;
import sluice.yaml.Say;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/**
 * The one list of operator names that a policy may use, with the form of their arguments. Whether an operator fits the type of its field
 * is the compiler's to say.
 */
final class Operators {
    static final String KEEP = "keep";
    static final String DROP = "drop";

    /** What stands behind an operator's name. */
    enum Argument {
        NONE,
        NUMBER,
        DURATION
    }

    static final Map<String, Argument> KNOWN = known();

    private Operators() {}

    private static Map<String, Argument> known() {
        Map<String, Argument> known = new LinkedHashMap<>();
        known.put(KEEP, Argument.NONE);
        known.put(DROP, Argument.NONE);
        known.put("round", Argument.NUMBER);
        known.put("bucket", Argument.NUMBER);
        known.put("cell", Argument.NUMBER);
        known.put("round-time", Argument.DURATION);
        return known;
    }

    /** An operator that stands alone, for example {@code keep}. */
    static Step alone(YamlValue word) {
        String name = word.text();
        Argument argument = KNOWN.get(name);
        if (argument == null) {
            word.problem(PolicyCode.UNKNOWN_OPERATOR, unknown(name));
        } else if (argument != Argument.NONE) {
            word.problem(PolicyCode.BAD_ARGUMENT, "`" + name + "` needs " + form(argument));
        }
        return new Step(name, "");
    }

    /** An operator with its argument, for example {@code round: 10}. */
    static Step with(YamlMap map, String name, YamlValue argument) {
        Argument form = KNOWN.get(name);
        if (form == null) {
            map.problem(PolicyCode.UNKNOWN_OPERATOR, name, unknown(name));
            return new Step(name, "");
        }
        return switch (form) {
            case NONE -> none(name, argument);
            case NUMBER -> number(name, argument);
            case DURATION -> new Step(name, argument.duration().isZero() ? "" : argument.text());
        };
    }

    /** {@code {keep, of: position}} gives an empty argument, {@code {keep: true}} reads as well. */
    private static Step none(String name, YamlValue argument) {
        if (!argument.isAbsent() && !argument.truth()) {
            argument.problem(PolicyCode.BAD_ARGUMENT, "`" + name + "` takes no argument");
        }
        return new Step(name, "");
    }

    private static Step number(String name, YamlValue argument) {
        String text = argument.isMap() || argument.isList() ? "" : argument.text();
        if (name.equals("round") && text.startsWith("P")) {
            argument.problem(
                    PolicyCode.BAD_ARGUMENT,
                    "`round` takes a number, got " + Say.quote(text) + "; did you mean `round-time`?");
        } else if (argument.number() <= 0) {
            argument.problem(
                    PolicyCode.BAD_ARGUMENT,
                    "`" + name + "` needs " + form(Argument.NUMBER) + ", got " + Say.quote(text));
        }
        return new Step(name, text);
    }

    private static String form(Argument argument) {
        return argument == Argument.NUMBER ? "a positive number" : "a positive duration such as `PT15M`";
    }

    private static String unknown(String name) {
        return "unknown operator " + Say.quote(name) + Say.didYouMean(name, KNOWN.keySet());
    }
}
