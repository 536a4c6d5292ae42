package sluice.broker.core.port;

import java.util.List;

/** The accounts that publish to the MQTT server. */
public interface MqttSources {
    /**
     * Every account.
     *
     * @return sorted by account; no prefix starts with another's
     */
    List<MqttSource> all();

    /**
     * Asks to be told of changes.
     *
     * @param changed run after each change, on the registry's thread
     * @return close it to be told no more
     */
    Subscription onChange(Runnable changed);
}
