package sluice.broker.core.guest;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What a guest told the operator: a code and a number each. Bounded, and nothing but codes gets in. */
public final class Notes {
    private static final int MAX_CODES = 64;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,40}");

    private final Map<String, Long> last = new ConcurrentHashMap<>();

    /**
     * Keeps a number under a code; a code of another form, or one too many, is dropped.
     *
     * @param code lower case with hyphens, at most 40 characters
     * @param value the number
     */
    public void note(String code, long value) {
        if (CODE.matcher(code).matches() && (last.size() < MAX_CODES || last.containsKey(code))) {
            last.put(code, value);
        }
    }

    /**
     * Counts an exception by its class; never its message, which is the guest's own words.
     *
     * @param thrown what came out of foreign code
     */
    public void thrown(Throwable thrown) {
        String code = "thrown:" + GuestWords.classOf(thrown);
        if (last.size() < MAX_CODES || last.containsKey(code)) {
            last.merge(code, 1L, Long::sum);
        }
    }

    /**
     * All of it.
     *
     * @return code to last value
     */
    public Map<String, Long> all() {
        return new TreeMap<>(last);
    }
}
