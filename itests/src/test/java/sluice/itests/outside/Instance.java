package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder into which the distribution was unpacked, with ports of its own. Nothing of another test is in it. */
public final class Instance {
    /** What no server writes to, so that a link is as good as a copy. */
    private static final Set<String> SHARED = Set.of("system", "lib");

    private final Path home;
    private final Ports ports;

    private Instance(Path home, Ports ports) {
        this.home = home;
        this.ports = ports;
    }

    /** Unpacks the distribution afresh. */
    public static Instance unpacked(String name) {
        Path home = home(name);
        try {
            delete(home);
            copy(Path.of(System.getProperty("sluice.distribution", "target/distribution")), home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return onFreePorts(home);
    }

    /** What was unpacked before under this name, on other ports. */
    public static Instance existing(String name) {
        return onFreePorts(home(name));
    }

    private static Path home(String name) {
        return Path.of(System.getProperty("sluice.itests.work", "target/work"), name)
                .toAbsolutePath();
    }

    private static Instance onFreePorts(Path home) {
        Instance instance = new Instance(home, Ports.free());
        instance.set("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", instance.ports.http());
        instance.set("etc/org.apache.karaf.shell.cfg", "sshPort", instance.ports.ssh());
        instance.set("etc/sluice.mqtt.server.cfg", "port", instance.ports.mqtt());
        return instance;
    }

    public Path home() {
        return home;
    }

    public Ports ports() {
        return ports;
    }

    public Path file(String path) {
        return home.resolve(path);
    }

    public String read(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file as an operator should: beside, then renamed. */
    public Instance write(String path, String text) {
        return write(path, text.getBytes(UTF_8));
    }

    public Instance write(String path, byte[] bytes) {
        try {
            Files.createDirectories(file(path).getParent());
            Path draft = Files.write(home.resolve("draft"), bytes);
            Files.move(draft, file(path), StandardCopyOption.REPLACE_EXISTING);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Instance remove(String path) {
        try {
            Files.delete(file(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets one key of a properties file, which may not be there yet. */
    public Instance set(String path, String key, Object value) {
        String before = Files.exists(file(path)) ? read(path) : "";
        String others = Pattern.compile("(?m)^\\s*" + Pattern.quote(key) + "\\s*=.*\\R?")
                .matcher(before)
                .replaceAll("");
        return write(path, others + key + " = " + value + "\n");
    }

    /** The regular files below a folder. */
    public List<Path> files(String folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(file(folder), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    // A running instance replaces files while we look.
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                Path relative = from.relativize(path);
                Path target = to.resolve(relative.toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (SHARED.contains(relative.getName(0).toString())) {
                    Files.createLink(target, path);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, @Nullable IOException e) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
