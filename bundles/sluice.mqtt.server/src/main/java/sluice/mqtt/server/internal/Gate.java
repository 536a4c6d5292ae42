package sluice.mqtt.server.internal;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.MqttSource;

/**
 * Stands between the wire and Artemis on one connection. It lets in who may, passes on what an account may send, and reads nothing more
 * while there is no room. So Artemis sees only what is permitted, and has nothing to log about anybody.
 *
 * <p>{@link #recheck}, {@link #isAdmitted} and {@link #isOf} may be called from any thread; all else runs on the connection's event loop.
 */
final class Gate extends ChannelDuplexHandler {
    /** Enough for any name, password and will; what comes after the password may be longer. */
    static final int LONGEST_CONNECT = 64 * 1024;

    private static final int RECEIVE_MAXIMUM = 128;
    private static final int CONNECT_SECONDS = 10;
    private static final int RETRY_MILLIS = 50;
    private static final int MESSAGE_OVERHEAD = 256;

    private enum Phase {
        NEW,
        CHECKING,
        CONNECTING,
        OPEN,
        SHUT
    }

    private final Gates gates;
    private final Load load;
    private final Deque<MqttMessage> waiting = new ArrayDeque<>();

    @SuppressWarnings("NullAway.Init") // set when the handler joins its pipeline, before anything else is called
    private volatile ChannelHandlerContext context;

    private Phase phase = Phase.NEW;
    private boolean held;
    private int version;
    private volatile String account = "";
    private volatile String clientId = "";
    private volatile @Nullable MqttSource admittedAs;

    Gate(Gates gates) {
        this.gates = gates;
        this.load = new Load(gates.tide(), () -> context.executor().execute(this::drain));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        gates.add(this);
        added.executor().schedule(this::shutUnlessOpen, CONNECT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ended) throws Exception {
        phase = Phase.SHUT;
        gates.remove(this);
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
        holdBack(false);
        load.settle();
        super.channelInactive(ended);
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object packet) {
        if (phase == Phase.SHUT) {
            ReferenceCountUtil.release(packet);
            return;
        }
        waiting.add((MqttMessage) packet);
        drain();
    }

    private void drain() {
        while (phase != Phase.SHUT && !waiting.isEmpty() && mayGoOn(waiting.element())) {
            pass(waiting.remove());
        }
        holdBack(phase != Phase.SHUT && !waiting.isEmpty());
    }

    private boolean mayGoOn(MqttMessage packet) {
        if (phase != Phase.OPEN) {
            return phase == Phase.NEW;
        }
        MqttSource source = admittedAs;
        return source == null
                || !(packet instanceof MqttPublishMessage publish)
                || !gates.accounts().maySend(account, publish.variableHeader().topicName())
                || (!load.isFull() && gates.hasRoomFor(source));
    }

    /** TCP then holds the sender back; what it asks for is at most one read buffer more. */
    private void holdBack(boolean hold) {
        if (hold != held) {
            held = hold;
            gates.tide().heldBack(hold ? 1 : -1);
            context.channel().config().setAutoRead(!hold);
            if (hold) {
                context.executor().schedule(this::retry, RETRY_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void retry() {
        drain();
        if (held) {
            context.executor().schedule(this::retry, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void pass(MqttMessage packet) {
        if (packet.decoderResult().isFailure()) {
            broken(packet);
        } else if (phase == Phase.NEW) {
            knock(packet);
        } else if (packet instanceof MqttPublishMessage publish) {
            publish(publish);
        } else if (packet instanceof MqttSubscribeMessage subscribe) {
            subscribe(subscribe);
        } else if (packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
            phase = Phase.SHUT;
            context.fireChannelRead(isPlatform() ? packet : Packets.withoutProperties(packet));
        } else {
            context.fireChannelRead(packet);
        }
    }

    private void broken(MqttMessage packet) {
        boolean tooLong = packet.decoderResult().cause() instanceof TooLongFrameException;
        gates.refusals().count(tooLong ? Refusal.OVERSIZED : Refusal.MALFORMED);
        ReferenceCountUtil.release(packet);
        shut(tooLong ? Packets.PACKET_TOO_LARGE : Packets.MALFORMED_PACKET);
    }

    private void knock(MqttMessage packet) {
        if (!(packet instanceof MqttConnectMessage connect)) {
            gates.refusals().count(Refusal.MALFORMED);
            ReferenceCountUtil.release(packet);
            shut(Packets.MALFORMED_PACKET);
            return;
        }
        phase = Phase.CHECKING;
        version = connect.variableHeader().version();
        try {
            gates.verifier().execute(() -> {
                Optional<Refusal> no = gates.refusal(connect);
                context.executor().execute(() -> answer(connect, no));
            });
        } catch (RejectedExecutionException tooMany) {
            shut(Packets.QUOTA_EXCEEDED);
        }
    }

    private void answer(MqttConnectMessage connect, Optional<Refusal> no) {
        if (phase != Phase.CHECKING) {
            return;
        }
        if (no.isPresent()) {
            gates.refusals().count(no.get());
            phase = Phase.SHUT;
            context.writeAndFlush(Packets.refusedConnect(version, no.get())).addListener(ChannelFutureListener.CLOSE);
            return;
        }
        account = connect.payload().userName();
        clientId = connect.payload().clientIdentifier();
        admittedAs = gates.accounts().find(account).orElse(null);
        phase = Phase.CONNECTING;
        context.fireChannelRead(isPlatform() ? connect : Packets.sessionless(connect));
    }

    @Override
    public void write(ChannelHandlerContext to, Object packet, ChannelPromise promise) throws Exception {
        boolean accepted = phase == Phase.CONNECTING
                && packet instanceof MqttConnAckMessage connack
                && connack.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED;
        if (accepted && version == Packets.V5 && !isPlatform()) {
            Packets.restrict((MqttConnAckMessage) packet, RECEIVE_MAXIMUM);
        }
        super.write(to, packet, promise);
        if (accepted) {
            phase = Phase.OPEN;
            to.pipeline()
                    .replace(
                            MqttDecoder.class,
                            null,
                            new MqttDecoder(gates.limits().packetBytes()));
            drain();
        }
    }

    private void publish(MqttPublishMessage publish) {
        String topic = publish.variableHeader().topicName();
        if (!gates.accounts().maySend(account, topic)) {
            refuse(publish, Refusal.FOREIGN_TOPIC, Packets.NOT_AUTHORIZED);
        } else if (!gates.isWithinTopics(account, topic)) {
            refuse(publish, Refusal.TOO_MANY_TOPICS, Packets.QUOTA_EXCEEDED);
        } else {
            if (publish.fixedHeader().isRetain()) {
                gates.refusals().retainedStripped();
            }
            int size = publish.payload().readableBytes() + topic.length() + MESSAGE_OVERHEAD;
            context.fireChannelRead(new CarriedPublish(publish, load, size));
        }
    }

    /** MQTT 5 can say no to one message; before that, all there is to do is to hang up. */
    private void refuse(MqttPublishMessage publish, Refusal refusal, byte code) {
        gates.refusals().count(refusal);
        boolean answered = version == Packets.V5 && publish.fixedHeader().qosLevel() != MqttQoS.AT_MOST_ONCE;
        if (answered) {
            context.writeAndFlush(Packets.refusedPublish(publish, code));
        }
        ReferenceCountUtil.release(publish);
        if (version != Packets.V5) {
            shut(code);
        }
    }

    private void subscribe(MqttSubscribeMessage subscribe) {
        if (isPlatform() && gates.maySubscribe(subscribe.payload().topicSubscriptions())) {
            context.fireChannelRead(subscribe);
        } else {
            gates.refusals().count(Refusal.SUBSCRIPTION);
            context.writeAndFlush(Packets.refusedSubscribe(version, subscribe));
        }
    }

    private void shutUnlessOpen() {
        if (phase != Phase.OPEN) {
            shut(Packets.NOT_AUTHORIZED);
        }
    }

    private void shut(byte code) {
        boolean told = phase == Phase.OPEN && version == Packets.V5;
        phase = Phase.SHUT;
        if (told) {
            context.writeAndFlush(Packets.disconnect(code)).addListener(ChannelFutureListener.CLOSE);
        } else {
            context.close();
        }
    }

    void recheck() {
        boolean changed = !account.isEmpty()
                && !isPlatform()
                && !gates.accounts().find(account).equals(Optional.ofNullable(admittedAs));
        if (changed) {
            context.executor().execute(() -> shut(Packets.NOT_AUTHORIZED));
        }
    }

    void close() {
        context.executor().execute(() -> shut(Packets.SERVER_SHUTTING_DOWN));
    }

    boolean isAdmitted(String id) {
        return !id.isEmpty() && clientId.equals(id);
    }

    boolean isOf(String name) {
        return account.equals(name);
    }

    private boolean isPlatform() {
        return account.equals(Accounts.PLATFORM);
    }
}
