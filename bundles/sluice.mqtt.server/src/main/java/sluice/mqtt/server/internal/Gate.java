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
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the wire and Artemis on one connection. It lets in who may, passes on what an account may send ({@link Passage}), and
 * reads nothing more while there is no room ({@link HoldBack}). So Artemis sees only what is permitted, and has nothing to log about
 * anybody.
 *
 * <p>{@link #recheck} and {@link #close} may be called from any thread; all else runs on the connection's event loop.
 */
final class Gate extends ChannelDuplexHandler {
    /** Enough for any name, password and will; what comes after the password may be longer. */
    static final int LONGEST_CONNECT = 64 * 1024;

    private static final int RECEIVE_MAXIMUM = 128;
    private static final int CONNECT_SECONDS = 10;

    private enum Phase {
        NEW,
        CHECKING,
        CONNECTING,
        OPEN,
        SHUT
    }

    private final Gates gates;
    private final Load load;

    @SuppressWarnings("NullAway.Init") // set when the handler joins its pipeline, before anything else is called
    private volatile ChannelHandlerContext context;

    @SuppressWarnings("NullAway.Init") // likewise
    private HoldBack queue;

    private Phase phase = Phase.NEW;
    private int version;
    private volatile @Nullable Visitor visitor;
    private @Nullable Passage passage;

    Gate(Gates gates) {
        this.gates = gates;
        this.load = new Load(gates.tide(), () -> context.executor().execute(() -> queue.drain()));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        queue = new HoldBack(added, gates.tide(), this::mayGoOn, this::pass);
        gates.add(this);
        added.executor().schedule(this::shutUnlessOpen, CONNECT_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ended) throws Exception {
        phase = Phase.SHUT;
        gates.remove(this);
        queue.end();
        load.settle();
        super.channelInactive(ended);
        Visitor gone = visitor;
        if (gone != null) {
            gates.clientIds().release(gone.clientId());
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext from, Object packet) {
        if (phase == Phase.SHUT) {
            ReferenceCountUtil.release(packet);
        } else {
            queue.add((MqttMessage) packet);
        }
    }

    private boolean mayGoOn(MqttMessage packet) {
        return switch (phase) {
            case NEW, SHUT -> true;
            case CHECKING, CONNECTING -> false;
            case OPEN -> passage == null || passage.hasRoomFor(packet);
        };
    }

    private void pass(MqttMessage packet) {
        Passage open = passage;
        if (phase == Phase.SHUT) {
            ReferenceCountUtil.release(packet);
        } else if (packet.decoderResult().isFailure()) {
            broken(packet);
        } else if (open == null) {
            knock(packet);
        } else if (packet.fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
            phase = Phase.SHUT;
            context.fireChannelRead(isPlatform() ? packet : Trimmed.disconnect());
        } else {
            open.take(packet);
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
                Visitor guest = Visitor.of(connect, gates.accounts());
                Optional<Refusal> no = gates.refusal(connect);
                context.executor().execute(() -> answer(connect, guest, no));
            });
        } catch (RejectedExecutionException tooMany) {
            shut(Packets.QUOTA_EXCEEDED);
        }
    }

    private void answer(MqttConnectMessage connect, Visitor guest, Optional<Refusal> no) {
        if (phase != Phase.CHECKING) {
            return;
        }
        if (no.isPresent() || !gates.clientIds().claim(guest.clientId(), guest.account())) {
            turnAway(no.orElse(Refusal.CLIENT_ID));
            return;
        }
        visitor = guest;
        passage = new Passage(gates, load, guest, new Ends());
        phase = Phase.CONNECTING;
        context.fireChannelRead(isPlatform() ? connect : Trimmed.connect(connect));
        recheck(); // the account may have changed while its password was checked
    }

    private void turnAway(Refusal refusal) {
        gates.refusals().count(refusal);
        phase = Phase.SHUT;
        context.writeAndFlush(Packets.refusedConnect(version, refusal)).addListener(ChannelFutureListener.CLOSE);
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
            MqttDecoder longer = new MqttDecoder(gates.limits().packetBytes());
            to.pipeline().replace(MqttDecoder.class, null, longer);
            queue.drain();
        }
    }

    private void shutUnlessOpen() {
        if (phase != Phase.OPEN) {
            shut(Packets.NOT_AUTHORIZED);
        }
    }

    /** Whoever is cut off says no last word: Artemis takes it for a proper farewell, and drops the will. */
    private void shut(byte code) {
        boolean wasOpen = phase == Phase.OPEN;
        phase = Phase.SHUT;
        if (wasOpen && version == Packets.V5) {
            context.writeAndFlush(Packets.disconnect(code)).addListener(ChannelFutureListener.CLOSE);
        }
        if (wasOpen) {
            context.fireChannelRead(Trimmed.disconnect());
        }
        if (!wasOpen || version != Packets.V5) {
            context.close();
        }
    }

    /** Accounts changed: who is here under one that is not as it was has to come again. */
    void recheck() {
        Visitor here = visitor;
        boolean changed = here != null
                && !here.isPlatform()
                && !gates.accounts().find(here.account()).equals(Optional.ofNullable(here.source()));
        if (changed) {
            context.executor().execute(() -> shut(Packets.NOT_AUTHORIZED));
        }
    }

    void close() {
        context.executor().execute(() -> shut(Packets.SERVER_SHUTTING_DOWN));
    }

    private boolean isPlatform() {
        Visitor here = visitor;
        return here != null && here.isPlatform();
    }

    /** The two ends, as the passage sees them. */
    private final class Ends implements Passage.Wire {
        @Override
        public void pass(MqttMessage packet) {
            context.fireChannelRead(packet);
        }

        @Override
        public void answer(MqttMessage packet) {
            context.writeAndFlush(packet);
        }

        @Override
        public void shut(byte code) {
            Gate.this.shut(code);
        }
    }
}
