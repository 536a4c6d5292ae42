package hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

public final class Source {
    public Source() throws Exception {
        ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        System.setProperty("hostile.port", Integer.toString(server.getLocalPort()));
        Thread thread = new Thread(() -> {
            try (server; Socket client = server.accept()) {
                client.getOutputStream().write("@SECRET@".getBytes());
            } catch (IOException over) {
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
