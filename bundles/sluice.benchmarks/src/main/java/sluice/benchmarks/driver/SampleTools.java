package sluice.benchmarks.driver;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Optional;
import sluice.driver.spi.Json;
import sluice.driver.spi.Tools;
import sluice.json.JsonReader;

/** The platform's JSON reader; notes are thrown away. */
final class SampleTools implements Tools {
    @Override
    public InstantSource clock() {
        return Clock.systemUTC();
    }

    @Override
    public Optional<Json> json(byte[] utf8) {
        return JsonReader.read(utf8);
    }

    @Override
    public void note(String code, long value) {
        // nobody looks at a benchmark's notes
    }
}
