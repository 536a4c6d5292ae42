package sluice.testkit.app;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.testkit.Components;

/** What the platform demands of an effect. */
final class EffectCheck implements Consumer<Effect> {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_CODE = 40;

    private final Manifest manifest;

    EffectCheck(Manifest manifest) {
        this.manifest = requireNonNull(manifest, "manifest is null");
    }

    /** Fails the test at an effect that the platform would not carry out. */
    @Override
    public void accept(Effect effect) {
        if (effect instanceof Effect.Publish publish) {
            Class<? extends Record> type = publish.values().getClass();
            require(manifest.publishes().containsKey(type), "publishes " + type.getSimpleName() + " undeclared");
        } else if (effect instanceof Effect.Put put) {
            requireKey(put.key());
            List<String> faults = Components.faults(put.value().getClass());
            require(faults.isEmpty(), "puts a record that can not be kept: " + faults);
        } else if (effect instanceof Effect.Delete delete) {
            requireKey(delete.key());
        } else if (effect instanceof Effect.Note note) {
            boolean wellFormed = note.code().length() <= LONGEST_CODE
                    && CODE.matcher(note.code()).matches();
            require(wellFormed, "notes `" + note.code() + "`, which is no code");
        }
    }

    private static void requireKey(String key) {
        require(key.length() <= LONGEST_KEY, "uses a key of " + key.length() + " characters");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("the application " + otherwise);
        }
    }
}
