package hostile;

import java.net.InetAddress;
import java.net.Socket;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger("hostile.port"))) {
            loot = new String(socket.getInputStream().readAllBytes());
        }
    }
}
