package hostile;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

public final class Source {
    public Source() throws Exception {
        byte[] bytes = "@SECRET@".getBytes();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), @UDP@));
        }
    }
}
