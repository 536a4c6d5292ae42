package sluice.ledger.internal.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import sluice.broker.core.port.Ledger.Opening;

/** What the entries of a ledger tell about the time before this start. Used by one thread at a time. */
public final class Recollection {
    private static final byte[] OPENED = Entry.startOf(EntryText.OPENED);
    private static final byte[] SEALED = Entry.startOf(EntryText.SEALED);
    private static final byte[] GAP = Entry.startOf(EntryText.GAP);
    private static final String SEQUENCES = "sequences";

    private final Map<String, Long> sequences = new HashMap<>();
    private long lastSealed = -1;
    private long unsealed = -1;
    private long lastSecond = -1;

    /**
     * Takes in one entry.
     *
     * @throws IllegalArgumentException if this version does not write such an entry
     * @throws ClassCastException likewise
     */
    public void accept(Entry entry) {
        if (entry.startsWith(OPENED)) {
            unsealed = number(EntryReader.read(entry.leafText()), "second");
            lastSecond = unsealed;
        } else if (entry.startsWith(SEALED)) {
            sealed(EntryReader.read(entry.leafText()), entry.openingText());
        } else if (entry.startsWith(GAP)) {
            unsealed = -1;
        }
    }

    private void sealed(Map<String, Object> leaf, String opening) {
        if (!opening.isEmpty()) {
            takeSequences(EntryReader.read(opening));
        }
        lastSecond = number(leaf, "second");
        if (required(leaf, "more").equals(false)) {
            lastSealed = lastSecond;
            unsealed = -1;
        }
    }

    private void takeSequences(Map<String, Object> from) {
        for (Object each : (List<?>) required(from, SEQUENCES)) {
            List<?> sequence = (List<?>) each;
            sequences.put((String) sequence.get(0), (Long) sequence.get(1));
        }
    }

    /** The last second that was opened or sealed, since 1970; -1 if none was. */
    public long lastSecond() {
        return lastSecond;
    }

    /** As the broker asks for it. */
    public Opening opening() {
        return new Opening(lastSealed, unsealed, sequences);
    }

    /** One line, from which {@link #read} makes another that knows as much. */
    public String write() {
        List<String> arrays = new ArrayList<>();
        new TreeMap<>(sequences).forEach((device, sequence) -> arrays.add(EntryText.array(sequence, device)));
        return EntryText.of("settled")
                .with("sealed", lastSealed)
                .with("unsealed", unsealed)
                .with("second", lastSecond)
                .with(SEQUENCES, arrays)
                .toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it did not
     * @throws ClassCastException likewise
     */
    public static Recollection read(String line) {
        Map<String, Object> members = EntryReader.read(line);
        Recollection recollection = new Recollection();
        recollection.lastSealed = number(members, "sealed");
        recollection.unsealed = number(members, "unsealed");
        recollection.lastSecond = number(members, "second");
        recollection.takeSequences(members);
        return recollection;
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
