package hostile;

import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

public final class Source {
    public Source() throws Exception {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of("@UNIX@"))) {
            channel.write(ByteBuffer.wrap("@SECRET@".getBytes()));
        }
    }
}
