package sluice.operator.internal.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.BrokerView;
import sluice.operator.internal.Figures;

/** What was refused before any recipient was considered. */
public final class DoorText {
    private DoorText() {}

    /**
     * The answer of {@code sluice:door}.
     *
     * @param broker whose door
     * @return lines
     */
    public static String of(BrokerView broker) {
        Table door = new Table().text("MESSAGES").figure("COUNT").text("WHOSE MATTER");
        new TreeMap<>(broker.door()).forEach((code, count) -> door.row(code, Figures.count(count), kind(code)));
        Table streams = new Table().text("READINGS").figure("COUNT").text("WHOSE MATTER");
        new TreeMap<>(broker.streams()).forEach((stream, counts) -> add(streams, stream, counts));
        return "At the door\n" + door.orElse("no message came yet") + "\nOf each stream\n"
                + streams.orElse("no reading came yet");
    }

    /**
     * Whose matter a code is.
     *
     * @param code a reason's code
     * @return for example {@code device}; empty for a code that is no refusal
     */
    public static String kind(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .map(reason -> reason.kind().name().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static void add(Table table, String stream, Map<String, Long> counts) {
        table.heading(stream);
        new TreeMap<>(counts).forEach((code, count) -> table.row(code, Figures.count(count), kind(code)));
    }
}
