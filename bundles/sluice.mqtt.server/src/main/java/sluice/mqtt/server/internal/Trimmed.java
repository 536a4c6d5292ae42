package sluice.mqtt.server.internal;

import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;

/**
 * A device's packets as Artemis sees them: without anything that outlives the connection, rests, expires on its way, or asks somebody for
 * an answer. Of the properties of MQTT 5 only the content type is left.
 */
final class Trimmed {
    private static final int LONGEST_CONTENT_TYPE = 127;

    private Trimmed() {}

    /** Always of a clean session that ends with its connection, with a will that is neither retained nor delayed. */
    static MqttConnectMessage connect(MqttConnectMessage connect) {
        MqttConnectVariableHeader was = connect.variableHeader();
        MqttConnectVariableHeader header = new MqttConnectVariableHeader(
                was.name(),
                was.version(),
                was.hasUserName(),
                was.hasPassword(),
                false,
                was.willQos(),
                was.isWillFlag(),
                true,
                was.keepAliveTimeSeconds());
        return new MqttConnectMessage(connect.fixedHeader(), header, payload(connect.payload()));
    }

    private static MqttConnectPayload payload(MqttConnectPayload was) {
        return new MqttConnectPayload(
                was.clientIdentifier(),
                contentType(was.willProperties()),
                was.willTopic(),
                was.willMessageInBytes(),
                was.userName(),
                was.passwordInBytes());
    }

    static MqttPublishVariableHeader publish(MqttPublishVariableHeader was) {
        return new MqttPublishVariableHeader(was.topicName(), was.packetId(), contentType(was.properties()));
    }

    /** A DISCONNECT could ask for a longer session after all, or for its will. */
    static MqttMessage disconnect() {
        return new MqttMessage(new MqttFixedHeader(MqttMessageType.DISCONNECT, false, MqttQoS.AT_MOST_ONCE, false, 0));
    }

    private static MqttProperties contentType(MqttProperties properties) {
        MqttProperties kept = new MqttProperties();
        MqttProperties.MqttProperty<?> type = properties.getProperty(MqttPropertyType.CONTENT_TYPE.value());
        if (type instanceof MqttProperties.StringProperty text
                && text.value().length() <= LONGEST_CONTENT_TYPE
                && Names.isPlain(text.value())) {
            kept.add(text);
        }
        return kept;
    }
}
