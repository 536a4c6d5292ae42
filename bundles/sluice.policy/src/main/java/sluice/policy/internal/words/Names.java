package sluice.policy.internal.words;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.broker.core.model.Where;
import sluice.yaml.Mark;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;

/** Names and places of files. What most names look like their schemas say. */
public final class Names {
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,99}");

    private Names() {}

    /**
     * The name of a field under a key that no schema speaks of; a problem is noted if it is none.
     *
     * @param map holds it
     * @param key its key
     * @return the name
     */
    public static String field(YamlMap map, String key) {
        String name = map.text(key);
        if (!name.isEmpty() && !FIELD.matcher(name).matches()) {
            map.problem(
                    PolicyCode.BAD_NAME,
                    key,
                    Say.quote(key) + " must be a letter, then letters, digits and `_`, for example `fillingLevel`, got "
                            + Say.quote(name));
        }
        return name;
    }

    /**
     * A time zone of the IANA's.
     *
     * @param map holds it
     * @param key its key
     * @return empty if there is none of that name; a problem was noted
     */
    public static Optional<ZoneId> timeZone(YamlMap map, String key) {
        String name = map.text(key);
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            String help = Say.didYouMean(name, ZoneId.getAvailableZoneIds());
            map.problem(YamlCode.BAD_VALUE, key, "unknown time zone " + Say.quote(name) + help);
            return Optional.empty();
        }
    }

    /**
     * A line, as the core names it.
     *
     * @param at as the file's reader names it
     * @return the same
     */
    public static Where where(Mark at) {
        return new Where(at.file(), at.line());
    }

    /**
     * A line, as the file's reader names it.
     *
     * @param where as the core names it
     * @return the same
     */
    public static Mark mark(Where where) {
        return new Mark(where.file(), where.line());
    }
}
