package sluice.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words after the program's name: a command, and options with one value each. */
final class Arguments {
    private final String command;
    private final Map<String, String> options;

    private Arguments(String command, Map<String, String> options) {
        this.command = command;
        this.options = Map.copyOf(options);
    }

    /**
     * Reads the words.
     *
     * @throws IllegalArgumentException if an option has no value; the message says which
     */
    static Arguments of(String... words) {
        Map<String, String> options = new HashMap<>();
        for (int at = 1; at < words.length; at += 2) {
            if (!words[at].startsWith("--") || at + 1 == words.length) {
                throw new IllegalArgumentException("expected `--option value`, got `" + words[at] + "`");
            }
            options.put(words[at].substring(2), words[at + 1]);
        }
        return new Arguments(words.length == 0 ? "" : words[0], options);
    }

    String command() {
        return command;
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    Path path(String option) {
        return find(option)
                .map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException("`--" + option + "` is missing"));
    }

    URI uri(String option, String otherwise) {
        return URI.create(find(option).orElse(otherwise));
    }

    double number(String option, double otherwise) {
        return find(option).map(text -> toNumber(option, text)).orElse(otherwise);
    }

    private Optional<String> find(String option) {
        return Optional.ofNullable(options.get(option));
    }

    private static double toNumber(String option, String text) {
        try {
            double number = Double.parseDouble(text);
            if (number < 0 || Double.isNaN(number)) {
                throw new IllegalArgumentException("`--" + option + "` must be 0 or more, got `" + text + "`");
            }
            return number;
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("`--" + option + "` must be a number, got `" + text + "`", notANumber);
        }
    }
}
