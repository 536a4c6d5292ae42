package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import sluice.itests.outside.Ports;

/** Everything outside the server where a secret may turn up: sockets of three kinds, and a folder. */
final class World implements AutoCloseable {
    private final Ears ears;
    private final Path drop;
    private final Path unix;

    World(Path target) {
        try {
            drop = Files.createDirectories(target.resolve("drop")).toAbsolutePath();
            unix = Path.of(
                    System.getProperty("java.io.tmpdir"),
                    "hostile-" + ProcessHandle.current().pid() + ".sock");
            Files.deleteIfExists(unix);
            ears = new Ears(unix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> tokens() {
        return Map.of(
                "FREE", Integer.toString(Ports.one()),
                "TCP", Integer.toString(ears.tcpPort()),
                "UDP", Integer.toString(ears.udpPort()),
                "UNIX", unix.toString(),
                "DROP", drop.toString());
    }

    /** Serves a file over HTTP to whoever asks for its name. */
    void serve(String name, Path file) {
        ears.serve(name, file);
    }

    String url(String name) {
        return "http://127.0.0.1:" + ears.tcpPort() + "/" + name;
    }

    /** Takes note of what was said to us in answer to a question. */
    void hear(String said) {
        ears.hear(said);
    }

    /** Forgets everything. */
    void forget() {
        ears.forget();
        try {
            Folders.delete(drop);
            Files.createDirectories(drop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a secret was heard, or lies about. */
    boolean knows(String secret) {
        return ears.heard().toUpperCase(Locale.ROOT).contains(secret) || isDropped(secret);
    }

    private boolean isDropped(String secret) {
        try (Stream<Path> all = Files.walk(drop)) {
            List<Path> paths = all.toList();
            for (Path path : paths) {
                if (traces(path).contains(secret)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | UncheckedIOException changing) {
            return false; // somebody writes there just now: looked at again soon
        }
    }

    private static String traces(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return path + " " + Files.readSymbolicLink(path);
        }
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                ? path + " " + Files.readString(path, ISO_8859_1)
                : path.toString();
    }

    @Override
    public void close() {
        ears.close();
    }
}
