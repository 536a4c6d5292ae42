package sluice.mqtt.server.internal;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdAndPropertiesVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPubReplyMessageVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttSubAckPayload;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckMessage;
import io.netty.handler.codec.mqtt.MqttUnsubAckPayload;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import java.util.Arrays;

/** What the gate answers, in MQTT 3.1.1 and 5. */
final class Packets {
    static final int V5 = 5;
    static final byte MALFORMED_PACKET = (byte) 0x81;
    static final byte PROTOCOL_ERROR = (byte) 0x82;
    static final byte NOT_AUTHORIZED = (byte) 0x87;
    static final byte SERVER_SHUTTING_DOWN = (byte) 0x8B;
    static final byte TOPIC_ALIAS_INVALID = (byte) 0x94;
    static final byte PACKET_TOO_LARGE = (byte) 0x95;
    static final byte QUOTA_EXCEEDED = (byte) 0x97;
    private static final int REFUSED_BEFORE_V5 = 0x80;

    private Packets() {}

    static MqttConnAckMessage refusedConnect(int version, Refusal refusal) {
        return MqttMessageBuilders.connAck()
                .returnCode(connectCode(version, refusal))
                .build();
    }

    private static MqttConnectReturnCode connectCode(int version, Refusal refusal) {
        return switch (refusal) {
            case WRONG_PASSWORD ->
                version == V5
                        ? MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD
                        : MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
            case CLIENT_ID ->
                version == V5
                        ? MqttConnectReturnCode.CONNECTION_REFUSED_CLIENT_IDENTIFIER_NOT_VALID
                        : MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED;
            case AUTHENTICATION -> MqttConnectReturnCode.CONNECTION_REFUSED_BAD_AUTHENTICATION_METHOD;
            default ->
                version == V5
                        ? MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5
                        : MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
        };
    }

    /** The answer to a refused PUBLISH of quality 1 or 2, in MQTT 5; earlier versions have none. */
    static MqttMessage refusedPublish(MqttPublishMessage publish, byte code) {
        MqttMessageType type = publish.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE
                ? MqttMessageType.PUBACK
                : MqttMessageType.PUBREC;
        return new MqttMessage(
                plain(type),
                new MqttPubReplyMessageVariableHeader(
                        publish.variableHeader().packetId(), code, MqttProperties.NO_PROPERTIES));
    }

    static MqttMessage refusedSubscribe(int version, MqttSubscribeMessage subscribe) {
        int[] codes = new int[subscribe.payload().topicSubscriptions().size()];
        Arrays.fill(codes, version == V5 ? NOT_AUTHORIZED & 0xFF : REFUSED_BEFORE_V5);
        return new MqttSubAckMessage(
                plain(MqttMessageType.SUBACK),
                new MqttMessageIdAndPropertiesVariableHeader(
                        subscribe.variableHeader().messageId(), MqttProperties.NO_PROPERTIES),
                new MqttSubAckPayload(codes));
    }

    static MqttMessage refusedUnsubscribe(int version, MqttUnsubscribeMessage unsubscribe) {
        int id = unsubscribe.variableHeader().messageId();
        if (version != V5) {
            return new MqttMessage(plain(MqttMessageType.UNSUBACK), MqttMessageIdVariableHeader.from(id));
        }
        Short[] codes = new Short[unsubscribe.payload().topics().size()];
        Arrays.fill(codes, (short) (NOT_AUTHORIZED & 0xFF));
        return new MqttUnsubAckMessage(
                plain(MqttMessageType.UNSUBACK),
                new MqttMessageIdAndPropertiesVariableHeader(id, MqttProperties.NO_PROPERTIES),
                new MqttUnsubAckPayload(Arrays.asList(codes)));
    }

    static MqttMessage disconnect(byte code) {
        return MqttMessageBuilders.disconnect().reasonCode(code).build();
    }

    /** Tells an MQTT 5 device how much may be on its way, and that nothing is kept for it. */
    static void restrict(MqttConnAckMessage accepted, int receiveMaximum) {
        MqttProperties properties = accepted.variableHeader().properties();
        properties.add(new MqttProperties.IntegerProperty(MqttPropertyType.RECEIVE_MAXIMUM.value(), receiveMaximum));
        properties.add(new MqttProperties.IntegerProperty(MqttPropertyType.SESSION_EXPIRY_INTERVAL.value(), 0));
    }

    private static MqttFixedHeader plain(MqttMessageType type) {
        return new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0);
    }
}
