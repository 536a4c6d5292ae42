package sluice.operator.internal.text;

import java.util.Collection;
import sluice.broker.core.port.MqttSource;

/** The accounts of the MQTT server. Without any hash: a hash can be attacked. */
public final class SourcesText {
    private SourcesText() {}

    /**
     * The answer of {@code sluice:source-list}.
     *
     * @param sources sorted by account
     * @return lines
     */
    public static String of(Collection<MqttSource> sources) {
        Table table =
                new Table().text("ACCOUNT").text("PREFIX").text("SPEAKS FOR").text("AT REST");
        sources.forEach(source -> table.row(
                source.account(),
                source.prefix(),
                source.networkServer() ? "devices behind it" : "itself",
                source.durable() ? "waits on disk" : "never on disk"));
        return table.orElse("no account; `sluice:source-add` makes one");
    }
}
