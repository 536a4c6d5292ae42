package sluice.operator.internal.command;

import java.util.regex.Pattern;
import org.apache.karaf.shell.support.CommandException;

/**
 * One setting of a driver, typed as YAML would type it.
 *
 * @param name its name
 * @param value text, Long, Double or Boolean
 */
record Setting(String name, Object value) {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern PART = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,17}");

    /** Reads {@code NAME=VALUE}. What only looks like a number, such as {@code 007}, is text. */
    static Setting parse(String text) throws CommandException {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new CommandException("`--config` takes NAME=VALUE, got `" + text + "`");
        }
        return new Setting(text.substring(0, equals), value(text.substring(equals + 1)));
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        if (WHOLE.matcher(text).matches()) {
            return Long.valueOf(text);
        }
        return PART.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }
}
