package sluice.mqtt.server.internal;

import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;

/** A publish that says when Artemis is done with it. Never retained: a retained message would rest on disk, whatever the topic. */
final class CarriedPublish extends MqttPublishMessage {
    private final Load load;
    private final int size;

    CarriedPublish(MqttPublishMessage from, Load load, int size) {
        super(unretained(from.fixedHeader()), Trimmed.publish(from.variableHeader()), from.payload());
        this.load = load;
        this.size = size;
        load.take(size);
    }

    private static MqttFixedHeader unretained(MqttFixedHeader header) {
        return new MqttFixedHeader(
                header.messageType(), header.isDup(), header.qosLevel(), false, header.remainingLength());
    }

    /** Artemis logs packets that it could not process. */
    @Override
    public String toString() {
        return "PUBLISH";
    }

    @Override
    public boolean release() {
        load.done(size);
        return super.release();
    }
}
