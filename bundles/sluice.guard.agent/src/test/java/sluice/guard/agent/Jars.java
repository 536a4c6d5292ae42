package sluice.guard.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Makes jars: of compiled source, of folders, of other jars. */
final class Jars {
    private Jars() {}

    /** A bundle of one source file. The class is in the package {@code guest}. */
    static Path bundle(Path jar, String headers, String simpleName, String source) {
        return write(jar, manifest(headers), compile(Map.of("guest/" + simpleName, "package guest;\n" + source)));
    }

    /** Class files by entry name, of sources by type name with slashes. */
    static Map<String, byte[]> compile(Map<String, String> sources) {
        try {
            Path folder = Files.createTempDirectory("sources");
            Path[] files = new Path[sources.size()];
            int next = 0;
            for (Map.Entry<String, String> source : sources.entrySet()) {
                Path file = folder.resolve("in").resolve(source.getKey() + ".java");
                Files.createDirectories(file.getParent());
                files[next++] = Files.writeString(file, source.getValue());
            }
            Path out = Files.createDirectories(folder.resolve("out"));
            List<String> arguments = Stream.concat(
                            Stream.of(
                                    "--release",
                                    "17",
                                    "-nowarn",
                                    "-Xlint:-options,-removal,-deprecation",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    out.toString()),
                            Stream.of(files).map(Path::toString))
                    .toList();
            if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalStateException("does not compile");
            }
            return entries(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder's files by their relative names. */
    static Map<String, byte[]> entries(Path folder) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return entries;
    }

    /** The class files of a jar. */
    static Map<String, byte[]> classes(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (ZipEntry entry : file.stream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return entries;
    }

    static byte[] manifest(String headers) {
        return ("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n" + headers + "\n").getBytes(UTF_8);
    }

    static Path write(Path jar, byte[] manifest, Map<String, byte[]> entries) {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            put(out, "META-INF/MANIFEST.MF", manifest);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                if (!entry.getKey().equals("META-INF/MANIFEST.MF")) {
                    put(out, entry.getKey(), entry.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(JarOutputStream out, String name, byte[] content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
        out.closeEntry();
    }
}
