package sluice.keys.internal.ring;

import java.util.Map;
import java.util.TreeMap;
import sluice.keys.internal.vault.Contents;

/** What the ledger is told of keys: names, epochs, numbers. */
final class Notices {
    static final String MADE = "epoch-key-made";
    static final String DESTROYED = "epoch-key-destroyed";

    private Notices() {}

    static Contents.Notice made(LiveKey key) {
        return new Contents.Notice(MADE, details(key));
    }

    /** With the generation of the wrap key that was overwritten: no file of that generation or before can be opened any more. */
    static Contents.Notice destroyed(LiveKey key, long generation) {
        Map<String, String> details = details(key);
        details.put("generation", Long.toString(generation));
        return new Contents.Notice(DESTROYED, details);
    }

    private static Map<String, String> details(LiveKey key) {
        Map<String, String> details = new TreeMap<>();
        details.put("key", key.id());
        details.put("recipient", key.name().recipient());
        details.put("domain", key.name().domain());
        details.put("from", key.epoch().from().toString());
        details.put("until", key.epoch().until().toString());
        return details;
    }
}
