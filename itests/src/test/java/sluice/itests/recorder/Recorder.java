package sluice.itests.recorder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** Appends a line {@code container level id} for each observation to the file that the system property names. */
public final class Recorder implements Application {
    /** Names the file. */
    public static final String FILE = "sluice.itests.recorder";

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        Level level = (Level) observation.values();
        // A write survives the process once the call has returned, so that SIGKILL takes nothing back.
        append(String.format(Locale.ROOT, "%s %.4f %s%n", level.container(), level.fillingLevel(), observation.id()));
        return List.of();
    }

    private static void append(String line) {
        try {
            Files.writeString(
                    Path.of(System.getProperty(FILE)), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
