package sluice.broker.core.intake;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import sluice.broker.core.guest.Notes;
import sluice.driver.spi.Json;
import sluice.driver.spi.Tools;

/** What the platform lends to one session. */
final class DriverTools implements Tools {
    private static final int NOTES_PER_SECOND = 10;

    private final InstantSource clock;
    private final Function<byte[], Optional<Json>> json;
    private final Notes notes;
    private long second;
    private int noted;

    DriverTools(InstantSource clock, Function<byte[], Optional<Json>> json, Notes notes) {
        this.clock = clock;
        this.json = json;
        this.notes = notes;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public Optional<Json> json(byte[] utf8) {
        return json.apply(utf8);
    }

    @Override
    public void note(String code, long value) {
        long now = clock.instant().getEpochSecond();
        noted = now == second ? noted + 1 : 1;
        second = now;
        if (noted <= NOTES_PER_SECOND) {
            notes.note(code, value);
        } else {
            notes.note("notes-dropped", 1L);
        }
    }
}
