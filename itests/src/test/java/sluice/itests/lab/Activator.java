package sluice.itests.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Opens the lab's desk at the loopback port that the system property names. */
public final class Activator implements BundleActivator {
    /** Names the port. */
    public static final String PORT = "sluice.itests.lab.port";

    private @Nullable ServerSocket socket;

    @Override
    public void start(BundleContext context) throws IOException {
        int port = Integer.parseInt(Objects.requireNonNull(System.getProperty(PORT), PORT));
        ServerSocket open = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
        socket = open;
        Thread thread = new Thread(new Desk(open, new Orders(context)), "lab");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) throws IOException {
        if (socket != null) {
            socket.close();
        }
    }
}
