package sluice.mqtt.server.internal;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;

/**
 * What somebody who was let in may send: each packet goes on to Artemis, trimmed to what is permitted, or is answered here, or ends the
 * connection. Whatever is not named here ends it.
 */
final class Passage {
    private static final int MESSAGE_OVERHEAD = 256;

    private final Gates gates;
    private final Load load;
    private final Visitor visitor;
    private final Wire wire;

    /** The two ends of a connection. */
    interface Wire {
        /** On to Artemis. */
        void pass(MqttMessage packet);

        /** Back to the sender. */
        void answer(MqttMessage packet);

        /** No more of this sender; in MQTT 5 it is told why. */
        void shut(byte code);
    }

    Passage(Gates gates, Load load, Visitor visitor, Wire wire) {
        this.gates = gates;
        this.load = load;
        this.visitor = visitor;
        this.wire = wire;
    }

    /** Whether there is room for a packet now; one that will be refused needs none. */
    boolean hasRoomFor(MqttMessage packet) {
        return visitor.source() == null
                || !(packet instanceof MqttPublishMessage publish)
                || !gates.accounts()
                        .maySend(visitor.account(), publish.variableHeader().topicName())
                || (!load.isFull() && gates.hasRoomFor(visitor.source()));
    }

    void take(MqttMessage packet) {
        switch (packet.fixedHeader().messageType()) {
            case PUBLISH -> publish((MqttPublishMessage) packet);
            case SUBSCRIBE -> subscribe((MqttSubscribeMessage) packet);
            case UNSUBSCRIBE -> unsubscribe((MqttUnsubscribeMessage) packet);
            case PINGREQ, PUBREL -> wire.pass(packet);
            case PUBACK, PUBREC, PUBCOMP -> settle(packet);
            default -> unexpected(packet);
        }
    }

    private void publish(MqttPublishMessage publish) {
        String topic = publish.variableHeader().topicName();
        MqttProperties properties = publish.variableHeader().properties();
        if (properties.getProperty(MqttPropertyType.TOPIC_ALIAS.value()) != null) {
            end(publish, Refusal.TOPIC_ALIAS, Packets.TOPIC_ALIAS_INVALID);
        } else if (properties.getProperty(MqttPropertyType.SUBSCRIPTION_IDENTIFIER.value()) != null) {
            unexpected(publish);
        } else if (!gates.accounts().maySend(visitor.account(), topic)) {
            refuse(publish, Refusal.FOREIGN_TOPIC, Packets.NOT_AUTHORIZED);
        } else if (!gates.isWithinTopics(visitor.account(), topic)) {
            refuse(publish, Refusal.TOO_MANY_TOPICS, Packets.QUOTA_EXCEEDED);
        } else {
            carry(publish, topic);
        }
    }

    private void carry(MqttPublishMessage publish, String topic) {
        if (publish.fixedHeader().isRetain()) {
            gates.refusals().retainedStripped();
        }
        int size = publish.payload().readableBytes() + topic.length() + MESSAGE_OVERHEAD;
        wire.pass(new CarriedPublish(publish, load, size));
    }

    private void refuse(MqttPublishMessage publish, Refusal refusal, byte code) {
        if (!visitor.canBeTold()) {
            end(publish, refusal, code);
            return;
        }
        gates.refusals().count(refusal);
        if (publish.fixedHeader().qosLevel() != MqttQoS.AT_MOST_ONCE) {
            wire.answer(Packets.refusedPublish(publish, code));
        }
        ReferenceCountUtil.release(publish);
    }

    private void subscribe(MqttSubscribeMessage subscribe) {
        if (visitor.isPlatform() && gates.maySubscribe(subscribe.payload().topicSubscriptions())) {
            wire.pass(subscribe);
        } else {
            gates.refusals().count(Refusal.SUBSCRIPTION);
            wire.answer(Packets.refusedSubscribe(visitor.version(), subscribe));
        }
    }

    private void unsubscribe(MqttUnsubscribeMessage unsubscribe) {
        if (visitor.isPlatform()) {
            wire.pass(unsubscribe);
        } else {
            gates.refusals().count(Refusal.SUBSCRIPTION);
            wire.answer(Packets.refusedUnsubscribe(visitor.version(), unsubscribe));
        }
    }

    /** Nothing is ever delivered to a device, so it has nothing to acknowledge. */
    private void settle(MqttMessage packet) {
        if (visitor.isPlatform()) {
            wire.pass(packet);
        } else {
            unexpected(packet);
        }
    }

    /** A second CONNECT, another authentication (AUTH), what only servers send. */
    private void unexpected(MqttMessage packet) {
        end(packet, Refusal.UNEXPECTED, Packets.PROTOCOL_ERROR);
    }

    private void end(MqttMessage packet, Refusal refusal, byte code) {
        gates.refusals().count(refusal);
        ReferenceCountUtil.release(packet);
        wire.shut(code);
    }
}
