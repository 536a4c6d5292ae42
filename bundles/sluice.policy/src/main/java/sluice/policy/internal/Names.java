package sluice.policy.internal;

import java.util.regex.Pattern;
import sluice.broker.core.model.Where;
import sluice.yaml.Mark;
import sluice.yaml.Say;
import sluice.yaml.YamlMap;

/** What names look like. */
enum Names {
    STREAM("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*", "lower-case words with `-` and `.`, for example `traffic.plate`"),
    WORD("[a-z][a-z0-9-]*", "lower-case letters, digits and `-`, for example `traffic-planning`"),
    FIELD("[A-Za-z][A-Za-z0-9_]*", "a letter, then letters, digits and `_`, for example `fillingLevel`"),
    RECIPIENT("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*", "the symbolic name of a bundle, for example `sluice.app.planning`");

    /** More fields than this no record can carry. */
    static final int MAX_FIELDS = 32;

    private static final int MAX_LENGTH = 100;

    private final Pattern pattern;
    private final String help;

    Names(String pattern, String help) {
        this.pattern = Pattern.compile(pattern);
        this.help = help;
    }

    /** The name under a key; a problem is noted if it is none. */
    String read(YamlMap map, String key) {
        String name = map.text(key);
        if (!name.isEmpty()) {
            check(map, key, name);
        }
        return name;
    }

    /** Notes a problem if a name, which stands at a key, is none. */
    void check(YamlMap map, String key, String name) {
        if (name.length() > MAX_LENGTH || !pattern.matcher(name).matches()) {
            map.problem(PolicyCode.BAD_NAME, key, Say.quote(name) + " is no name here; write " + help);
        }
    }

    static Where where(Mark at) {
        return new Where(at.file(), at.line());
    }

    static Mark mark(Where where) {
        return new Mark(where.file(), where.line());
    }
}
