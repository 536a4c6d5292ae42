package sluice.guard.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes {@code choke-points.txt} and {@code privileged.txt} out of the JDK that runs this: {@code java ... ChokePointList FOLDER}. The two are
 * kept with the sources; a test says when they no longer say what the JDK does.
 */
public final class ChokePointList {
    /** The first prefix of {@code class method} that fits gives the family. */
    private static final List<Map.Entry<String, String>> FAMILIES = List.of(
            Map.entry("java/lang/Class ", "reflection"),
            Map.entry("java/lang/invoke/", "reflection"),
            Map.entry("java/lang/reflect/", "reflection"),
            Map.entry("sun/reflect/", "reflection"),
            Map.entry("jdk/internal/reflect/", "reflection"),
            Map.entry("jdk/dynalink/", "reflection"),
            Map.entry("java/lang/StackWalker ", "reflection"),
            Map.entry("java/lang/LiveStackFrame ", "reflection"),
            Map.entry("java/util/ServiceLoader", "reflection"),
            Map.entry("java/util/ResourceBundle ", "reflection"),
            Map.entry("java/lang/ClassLoader ", "classdef"),
            Map.entry("java/lang/Module", "classdef"),
            Map.entry("java/lang/module/", "classdef"),
            Map.entry("java/net/URLClassLoader", "classdef"),
            Map.entry("jdk/internal/loader/", "classdef"),
            Map.entry("jdk/internal/module/", "classdef"),
            Map.entry("java/lang/Process", "exec"),
            Map.entry("java/lang/Runtime load", "native"),
            Map.entry("java/lang/Runtime ", "process"),
            Map.entry("java/lang/System checkIO", "default"),
            Map.entry("java/lang/System$LoggerFinder", "log"),
            Map.entry("java/lang/System impl", "security"),
            Map.entry("java/lang/System setSecurity", "security"),
            Map.entry("java/lang/System ", "property"),
            Map.entry("java/lang/Thread", "thread"),
            Map.entry("java/util/concurrent/", "thread"),
            Map.entry("jdk/internal/misc/Innocuous", "thread"),
            Map.entry("java/lang/management/", "jmx"),
            Map.entry("javax/management/", "jmx"),
            Map.entry("com/sun/jmx/", "jmx"),
            Map.entry("com/sun/management/", "jmx"),
            Map.entry("sun/management/", "jmx"),
            Map.entry("jdk/management/", "jmx"),
            Map.entry("jdk/jfr/", "jmx"),
            Map.entry("com/sun/tools/attach/", "attach"),
            Map.entry("sun/tools/attach/", "attach"),
            Map.entry("jdk/internal/agent/", "attach"),
            Map.entry("com/sun/tools/jdi/", "attach"),
            Map.entry("jdk/internal/perf/", "attach"),
            Map.entry("java/io/Object", "serial"),
            Map.entry("java/io/", "file"),
            Map.entry("sun/nio/fs/", "file"),
            Map.entry("java/nio/file/", "file"),
            Map.entry("jdk/internal/jrtfs/", "file"),
            Map.entry("java/util/zip/", "file"),
            Map.entry("sun/nio/ch/", "channel"),
            Map.entry("java/nio/channels/", "channel"),
            Map.entry("jdk/nio/", "channel"),
            Map.entry("jdk/internal/net/http/", "http"),
            Map.entry("com/sun/net/httpserver/", "http"),
            Map.entry("sun/net/www/http/", "http"),
            Map.entry("sun/net/www/protocol/http", "http"),
            Map.entry("java/net/Http", "http"),
            Map.entry("java/net/InetAddress ", "dns"),
            Map.entry("java/net/NetworkInterface ", "dns"),
            Map.entry("com/sun/jndi/dns/", "dns"),
            Map.entry("sun/net/", "url"),
            Map.entry("java/net/URL", "url"),
            Map.entry("java/net/spi/", "url"),
            Map.entry("java/net/Authenticator ", "default"),
            Map.entry("java/net/CookieHandler ", "default"),
            Map.entry("java/net/ProxySelector ", "default"),
            Map.entry("java/net/ResponseCache ", "default"),
            Map.entry("java/net/", "net"),
            Map.entry("java/util/prefs/", "prefs"),
            Map.entry("java/util/logging/", "log"),
            Map.entry("sun/util/logging/", "log"),
            Map.entry("jdk/internal/logger/", "log"),
            Map.entry("java/rmi/", "naming"),
            Map.entry("sun/rmi/", "naming"),
            Map.entry("javax/naming/", "naming"),
            Map.entry("com/sun/jndi/", "naming"),
            Map.entry("java/security/", "security"),
            Map.entry("javax/security/", "security"),
            Map.entry("javax/net/ssl/", "security"),
            Map.entry("sun/security/", "security"),
            Map.entry("com/sun/security/", "security"),
            Map.entry("com/sun/org/apache/", "xml"),
            Map.entry("javax/xml/", "xml"),
            Map.entry("org/xml/", "xml"),
            Map.entry("org/w3c/", "xml"),
            Map.entry("java/awt/", "desktop"),
            Map.entry("javax/swing/", "desktop"),
            Map.entry("javax/print/", "desktop"),
            Map.entry("sun/awt/", "desktop"),
            Map.entry("sun/print/", "desktop"),
            Map.entry("", "default"));

    private ChokePointList() {}

    /** Writes the two files into a folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CheckedMethods methods = CheckedMethods.ofThisJdk();
        Files.writeString(folder.resolve("choke-points.txt"), chokePoints(methods));
        Files.writeString(folder.resolve("privileged.txt"), privileged(methods));
    }

    static String chokePoints(CheckedMethods methods) {
        StringBuilder text = new StringBuilder("""
                # Generated by ChokePointList: class method descriptor check family. In each of these the JDK would ask a security manager.
                """);
        Set<String> leftOut = leftOut();
        new TreeMap<>(methods.checks()).forEach((method, checks) -> {
            String type = method.substring(0, method.indexOf(' '));
            String name = method.substring(0, method.lastIndexOf(' '));
            if (!leftOut.contains(name) && !leftOut.contains(type + " *")) {
                text.append(method)
                        .append(' ')
                        .append(String.join("+", checks))
                        .append(' ')
                        .append(family(name))
                        .append('\n');
            }
        });
        return text.toString();
    }

    static String privileged(CheckedMethods methods) {
        return """
                # Generated by ChokePointList: class method descriptor. These act with the JDK's own rights, as doPrivileged does.
                """ + String.join("\n", methods.privileged()) + "\n";
    }

    static String family(String method) {
        return FAMILIES.stream()
                .filter(family -> method.startsWith(family.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private static Set<String> leftOut() {
        try (InputStream in = Objects.requireNonNull(ChokePointList.class.getResourceAsStream("left-out.txt"))) {
            return Set.copyOf(new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").strip().replaceAll("\\s+", " "))
                    .filter(line -> !line.isEmpty())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
