package sluice.mqtt.server.internal;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Packets of one connection in the order in which they came. While the first of them may not go on nothing more is read, so that TCP holds
 * the sender back; what it asks for is at most one read buffer more. On the connection's event loop only.
 */
final class HoldBack {
    private static final int RETRY_MILLIS = 50;

    private final ChannelHandlerContext context;
    private final Tide tide;
    private final Predicate<MqttMessage> mayGoOn;
    private final Consumer<MqttMessage> next;
    private final Deque<MqttMessage> waiting = new ArrayDeque<>();
    private boolean held;
    private boolean retrying;

    HoldBack(ChannelHandlerContext context, Tide tide, Predicate<MqttMessage> mayGoOn, Consumer<MqttMessage> next) {
        this.context = context;
        this.tide = tide;
        this.mayGoOn = mayGoOn;
        this.next = next;
    }

    void add(MqttMessage packet) {
        waiting.add(packet);
        drain();
    }

    void drain() {
        while (!waiting.isEmpty() && mayGoOn.test(waiting.element())) {
            next.accept(waiting.remove());
        }
        hold(!waiting.isEmpty());
    }

    /** The connection is of no more use: what waits is thrown away. */
    void end() {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        hold(false);
    }

    private void hold(boolean hold) {
        if (hold != held) {
            held = hold;
            tide.heldBack(hold ? 1 : -1);
            context.channel().config().setAutoRead(!hold);
            retryLater();
        }
    }

    /** Once at a time, however often it is held and let go meanwhile. */
    private void retryLater() {
        if (held && !retrying) {
            retrying = true;
            context.executor().schedule(this::retry, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void retry() {
        retrying = false;
        if (held) {
            drain();
            retryLater();
        }
    }
}
