package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Listens to whoever speaks, and says just enough that the speaker goes on. */
final class Ears implements AutoCloseable {
    private static final int JRMP = 0x4a524d49;

    private final StringBuffer heard = new StringBuffer();
    private final Map<String, Path> served = new ConcurrentHashMap<>();
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final ServerSocketChannel unix;

    Ears(Path unixPath) throws IOException {
        tcp = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(unixPath));
        unixPath.toFile().deleteOnExit();
        inBackground(this::acceptTcp);
        inBackground(this::acceptUnix);
        inBackground(this::receive);
    }

    int tcpPort() {
        return tcp.getLocalPort();
    }

    int udpPort() {
        return udp.getLocalPort();
    }

    void serve(String name, Path file) {
        served.put(name, file);
    }

    String heard() {
        return heard.toString();
    }

    void hear(String said) {
        heard.append(said);
    }

    void forget() {
        heard.setLength(0);
    }

    private void acceptTcp() throws IOException {
        while (true) {
            Socket socket = tcp.accept();
            socket.setSoTimeout(3_000);
            inBackground(() -> {
                try (socket) {
                    listen(socket.getInputStream(), socket.getOutputStream());
                }
            });
        }
    }

    private void acceptUnix() throws IOException {
        while (true) {
            SocketChannel channel = unix.accept();
            inBackground(() -> {
                try (channel) {
                    listen(Channels.newInputStream(channel), Channels.newOutputStream(channel));
                }
            });
        }
    }

    private void listen(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[8_192];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            String said = new String(buffer, 0, read, ISO_8859_1);
            heard.append(said);
            byte[] answer = answer(buffer, said);
            out.write(answer);
            out.flush();
        }
    }

    private byte[] answer(byte[] buffer, String said) throws IOException {
        if (said.startsWith("GET ") || said.startsWith("POST ") || said.startsWith("HEAD ")) {
            return http(said.split("[ ?]")[1].substring(1));
        }
        return java.nio.ByteBuffer.wrap(buffer).getInt() == JRMP ? jrmp() : new byte[0];
    }

    private byte[] http(String name) throws IOException {
        byte[] body = served.containsKey(name) ? Files.readAllBytes(served.get(name)) : "<x/>".getBytes(ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        out.write(body);
        return out.toByteArray();
    }

    /** The acknowledgement of the stream protocol, with the caller's address as an RMI server would see it. */
    private static byte[] jrmp() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(0x4e);
        out.writeUTF("127.0.0.1");
        out.writeInt(1);
        return bytes.toByteArray();
    }

    /** Takes datagrams; to a name server's client it says that there is no such name. */
    private void receive() throws IOException {
        byte[] buffer = new byte[8_192];
        while (true) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            udp.receive(packet);
            heard.append(new String(buffer, 0, packet.getLength(), ISO_8859_1));
            if (packet.getLength() > 3) {
                buffer[2] = (byte) 0x85;
                buffer[3] = 3;
                udp.send(packet);
            }
        }
    }

    @Override
    public void close() {
        try {
            tcp.close();
            udp.close();
            unix.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException over) {
                        // the speaker left, or the test is over
                    }
                },
                "ears");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
