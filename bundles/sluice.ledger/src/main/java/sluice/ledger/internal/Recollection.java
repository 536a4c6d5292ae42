package sluice.ledger.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import sluice.broker.core.port.Ledger.Opening;

/** What the entries of a ledger tell about the time before this start. */
final class Recollection implements Consumer<String> {
    private final Map<String, Long> sequences = new HashMap<>();
    private long lastSealed = -1;
    private long unsealed = -1;

    /** Takes in one entry's text. */
    @Override
    public void accept(String text) {
        if (isOf(text, EntryText.OPENED)) {
            unsealed = number(EntryReader.read(text), "second");
        } else if (isOf(text, EntryText.SEALED)) {
            sealed(EntryReader.read(text));
        } else if (isOf(text, EntryText.GAP)) {
            unsealed = -1;
        }
    }

    private void sealed(Map<String, Object> entry) {
        for (Object each : (List<?>) required(entry, "sequences")) {
            List<?> sequence = (List<?>) each;
            sequences.put((String) sequence.get(0), (Long) sequence.get(1));
        }
        if (required(entry, "more").equals(false)) {
            lastSealed = number(entry, "second");
            unsealed = -1;
        }
    }

    Opening opening() {
        return new Opening(lastSealed, unsealed, sequences);
    }

    private static boolean isOf(String text, String kind) {
        return text.startsWith("{\"kind\":\"" + kind + "\"");
    }

    private static long number(Map<String, Object> entry, String name) {
        return (Long) required(entry, name);
    }

    private static Object required(Map<String, Object> entry, String name) {
        if (!entry.containsKey(name)) {
            throw new IllegalArgumentException("an entry without `" + name + "`");
        }
        return Objects.requireNonNull(entry.get(name));
    }
}
