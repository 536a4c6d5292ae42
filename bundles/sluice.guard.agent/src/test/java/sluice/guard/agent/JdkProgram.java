package sluice.guard.agent;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import javax.management.ObjectName;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.parsers.DocumentBuilderFactory;

/** Uses the woven JDK as a platform does: each line that it writes is something that works. */
public final class JdkProgram {
    private JdkProgram() {}

    /** First a key store, then its password. */
    public static void main(String[] arguments) throws Exception {
        say("http", JdkProgram::http);
        say("tls", () -> tls(Path.of(arguments[0]), arguments[1].toCharArray()));
        say(
                "xml",
                () -> DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream("<a><b/></a>".getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTagName());
        say("logging", () -> {
            Logger.getLogger("platform").fine("nothing");
            System.getLogger("platform").log(System.Logger.Level.DEBUG, "nothing");
            return "done";
        });
        say("file", JdkProgram::file);
        say(
                "process",
                () -> new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
                        .start()
                        .waitFor());
        say(
                "jmx",
                () -> java.lang.management.ManagementFactory.getPlatformMBeanServer()
                                .getAttribute(new ObjectName("java.lang:type=Runtime"), "VmName")
                        != null);
        say("dns", () -> InetAddress.getByName("localhost").isLoopbackAddress());
        say("reflection", JdkProgram::reflection);
        say("serial", JdkProgram::serial);
        say("threads", () -> IntStream.range(0, 1000).parallel().sum());
        say("defaults", () -> {
            Locale.setDefault(Locale.CANADA);
            return System.setProperty("platform", "yes") + ZoneId.of("America/Toronto");
        });
        say(
                "services",
                () -> ServiceLoader.load(java.nio.file.spi.FileSystemProvider.class)
                        .findFirst()
                        .isPresent());
        System.out.println(
                "woven: " + Gate.chokePoints() + ", failures: " + Gate.weaveFailures() + ", ms: " + Gate.startMillis());
        System.exit(0);
    }

    private static void say(String what, Act act) {
        try {
            System.out.println(what + ": " + act.call());
        } catch (Throwable e) { // the test reads it
            System.out.println(what + ": thrown " + e);
        }
    }

    private interface Act {
        Object call() throws Throwable;
    }

    private static String http() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        try (InputStream in = address.toURL().openStream()) {
            body += new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        server.stop(0);
        return body;
    }

    private static String tls(Path keystore, char[] password) throws Exception {
        KeyStore store = KeyStore.getInstance(keystore.toFile(), password);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("own", store.getCertificate("sluice"));
        TrustManagerFactory trusts = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trusts.getTrustManagers(), null);
        try (SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<Integer> answer = Executors.newSingleThreadExecutor().submit(() -> {
                try (SSLSocket accepted = (SSLSocket) server.accept()) {
                    return accepted.getInputStream().read();
                }
            });
            try (SSLSocket client = (SSLSocket)
                    context.getSocketFactory().createSocket(server.getInetAddress(), server.getLocalPort())) {
                client.getOutputStream().write(7);
                client.getOutputStream().flush();
                return client.getSession().getProtocol() + " " + answer.get();
            }
        }
    }

    private static String file() throws Exception {
        Path file = Files.createTempFile("jdk", ".txt");
        try (FileChannel channel = FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode("text"));
        }
        String text = Files.readString(file);
        Files.delete(file);
        Pipe.open().source().close();
        return text + file.toFile().exists();
    }

    private static String reflection() throws Throwable {
        List<?> list = (List<?>) Proxy.newProxyInstance(
                JdkProgram.class.getClassLoader(), new Class<?>[] {List.class}, (proxy, method, values) -> 3);
        String text = "";
        for (int call = 0; call < 20; call++) {
            text = (String) String.class.getMethod("concat", String.class).invoke("" + list.size(), "4");
        }
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        return (String) lookup.findVirtual(String.class, "concat", MethodType.methodType(String.class, String.class))
                .invokeWithArguments(text, "5");
    }

    private static Object serial() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(List.of(1, 2));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }
}
