package sluice.testkit.driver;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sluice.driver.spi.Json;
import sluice.driver.spi.Tools;
import sluice.json.JsonReader;

/** The platform's tools, with a clock of the test's and notes that a test can read. For one thread. */
public final class TestTools implements Tools {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final InstantSource clock;
    private final Map<String, Long> notes = new HashMap<>();

    /**
     * Tools with a clock.
     *
     * @param clock usually a {@link sluice.testkit.ManualClock}
     */
    public TestTools(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Optional<Json> json(byte[] utf8) {
        return JsonReader.read(utf8);
    }

    /**
     * Keeps the number.
     *
     * @throws AssertionError if the code is not lower case with hyphens, or longer than 40 characters
     */
    @Override
    public void note(String code, long value) {
        if (code.length() > 40 || !CODE.matcher(code).matches()) {
            throw new AssertionError("`" + code + "` is no code; use lower case with hyphens, at most 40 characters");
        }
        notes.put(code, value);
    }

    /**
     * The last number noted under each code.
     *
     * @return a copy
     */
    public Map<String, Long> notes() {
        return Map.copyOf(notes);
    }
}
