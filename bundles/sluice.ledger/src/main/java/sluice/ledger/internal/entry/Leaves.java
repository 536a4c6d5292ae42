package sluice.ledger.internal.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;

/** Makes the entries of the ledger. Names of devices that could tell about a person go into openings only. */
public final class Leaves {
    private static final byte[] NOTHING = {};

    private final Commitments commitments;
    private final Map<FlowKey, String> disclosed = new ConcurrentHashMap<>();

    /**
     * Entries.
     *
     * @param random makes the salts
     */
    public Leaves(SecureRandom random) {
        this.commitments = new Commitments(random);
    }

    /**
     * One disclosure about a person. It has no time of its own: when a vehicle passed a camera, to the millisecond, is more than the second
     * around this entry tells.
     */
    public Entry disclosure(FlowKey flow, String device) {
        String opening = commitments.salted() + ",\"device\":" + EntryText.quoted(device) + "}";
        return committed(disclosed.computeIfAbsent(flow, Leaves::disclosedStart), opening);
    }

    private static String disclosedStart(FlowKey flow) {
        String leaf = EntryText.of("disclosed")
                .with("stream", flow.stream())
                .with("purpose", flow.purpose())
                .with("recipient", flow.recipient())
                .with("code", Ledger.PERMITTED)
                .toString();
        return leaf.substring(0, leaf.length() - 1);
    }

    private Entry committed(String start, String opening) {
        byte[] hidden = opening.getBytes(UTF_8);
        return Entry.of((start + ",\"commitment\":\"" + commitments.to(hidden) + "\"}").getBytes(UTF_8), hidden);
    }

    /** A second that is about to count. */
    public static Entry opened(long atMillis, long second) {
        return open(EntryText.of(EntryText.OPENED).with("at", atMillis).with("second", second));
    }

    /** From when to when, in seconds, counts are missing. */
    public static Entry gap(long atMillis, long from, long to) {
        return open(EntryText.of(EntryText.GAP)
                .with("at", atMillis)
                .with("from", from)
                .with("to", to));
    }

    /** An event. */
    public static Entry event(long atMillis, String event, Map<String, String> details) {
        return open(
                EntryText.of("event").with("at", atMillis).with("event", event).with("details", details));
    }

    private static Entry open(EntryText leaf) {
        return Entry.of(leaf.toBytes(), NOTHING);
    }

    /**
     * What a second counted, or a part of it.
     *
     * @param second seconds since 1970
     * @param more whether another part follows
     * @param counts arrays of stream, purpose, recipient, code and number
     * @param sequences arrays of device and number; in the opening only
     */
    public Entry sealed(long atMillis, long second, boolean more, List<String> counts, List<String> sequences) {
        EntryText leaf = EntryText.of(EntryText.SEALED)
                .with("at", atMillis)
                .with("second", second)
                .with("more", more)
                .with("counts", counts);
        if (sequences.isEmpty()) {
            return open(leaf);
        }
        String text = leaf.toString();
        String opening = commitments.salted() + ",\"sequences\":[" + String.join(",", sequences) + "]}";
        return committed(text.substring(0, text.length() - 1), opening);
    }
}
