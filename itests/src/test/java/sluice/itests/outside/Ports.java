package sluice.itests.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports on 127.0.0.1 that were free when they were chosen. */
public record Ports(int http, int ssh, int mqtt) {
    public static Ports free() {
        try (ServerSocket http = open();
                ServerSocket ssh = open();
                ServerSocket mqtt = open()) {
            return new Ports(http.getLocalPort(), ssh.getLocalPort(), mqtt.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
