package sluice.mqtt.server.internal;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The listening sockets. A connection goes on to Artemis if there is room, and once its first byte is that of an MQTT CONNECT; Artemis'
 * own socket would speak HTTP and WebSocket too, with messages of up to 2 GB from anybody.
 */
final class Porch implements AutoCloseable {
    private static final int CONNECT = 0x10;
    private static final int CONNECT_SECONDS = 10;
    private static final int IO_THREADS = 4;
    private static final int CLOSE_SECONDS = 2;

    private final AtomicInteger connections = new AtomicInteger();
    private final int limit;
    private final Refusals refusals;
    private final Consumer<Channel> next;
    private final EventLoopGroup loops =
            new NioEventLoopGroup(IO_THREADS, new DefaultThreadFactory("sluice-mqtt-io", true));

    /**
     * Not listening yet.
     *
     * @param limit connections at a time
     * @param refusals counts
     * @param next given each connection, before a byte of it is read
     */
    Porch(int limit, Refusals refusals, Consumer<Channel> next) {
        this.limit = limit;
        this.refusals = refusals;
        this.next = next;
    }

    void listen(String host, int port) throws IOException {
        listen(host, port, null);
    }

    void listen(Tls tls) throws IOException {
        listen(tls.host(), tls.port(), tls.context());
    }

    private void listen(String host, int port, @Nullable SSLContext tls) throws IOException {
        Throwable failure = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new Arrival(tls))
                .bind(host, port)
                .awaitUninterruptibly()
                .cause();
        if (failure != null) {
            throw new IOException(
                    "can not listen on `tcp://" + host + ":" + port + "`; is another server there", failure);
        }
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private final class Arrival extends ChannelInitializer<Channel> {
        private final @Nullable SSLContext tls;

        Arrival(@Nullable SSLContext tls) {
            this.tls = tls;
        }

        @Override
        protected void initChannel(Channel connection) {
            connection.closeFuture().addListener(closed -> connections.decrementAndGet());
            if (connections.incrementAndGet() > limit) {
                refusals.count(Refusal.TOO_MANY_CONNECTIONS);
                connection.close();
                return;
            }
            connection.eventLoop().schedule(() -> closeUnlessGated(connection), CONNECT_SECONDS, TimeUnit.SECONDS);
            if (tls != null) {
                connection.pipeline().addLast(new SslHandler(Tls.engine(tls)));
            }
            connection.pipeline().addLast(new FirstByte());
            next.accept(connection);
        }

        private static void closeUnlessGated(Channel connection) {
            if (connection.pipeline().get(Gate.class) == null) {
                connection.close();
            }
        }
    }

    private final class FirstByte extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            ByteBuf start = (ByteBuf) bytes;
            if (start.isReadable() && start.getByte(start.readerIndex()) != CONNECT) {
                refusals.count(Refusal.MALFORMED);
                ReferenceCountUtil.release(bytes);
                context.close();
                return;
            }
            context.pipeline().remove(this);
            context.fireChannelRead(bytes);
        }

        /** What is no TLS. Netty would log the bytes, and a password may be among them. */
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failed) {
            refusals.count(Refusal.MALFORMED);
            context.close();
        }
    }
}
