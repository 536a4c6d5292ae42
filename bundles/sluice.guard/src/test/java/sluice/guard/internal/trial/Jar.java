package sluice.guard.internal.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A bundle's jar, made of headers, source text and plain entries. */
public final class Jar {
    private static final Map<String, String> API = Map.of(
            "sluice.driver.spi.Driver", "package sluice.driver.spi; public interface Driver {}",
            "sluice.app.api.Application", "package sluice.app.api; public interface Application {}");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private Jar() {}

    /** A bundle with nothing but a name, a version and the need of Java. */
    public static Jar bundle(String name) {
        return new Jar()
                .header("Bundle-ManifestVersion", "2")
                .header("Bundle-SymbolicName", name)
                .header("Bundle-Version", "1.0.0")
                .header("Require-Capability", "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"");
    }

    /** A driver as bnd builds it, but for the component description. */
    public static Jar driver(String name) {
        return bundle(name)
                .header("Import-Package", "sluice.driver.spi")
                .source(name + ".MyDriver", "public final class MyDriver implements sluice.driver.spi.Driver {}");
    }

    /** With a header. */
    public Jar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Without a header. */
    public Jar without(String header) {
        headers.remove(header);
        return this;
    }

    /** With an entry. */
    public Jar entry(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** One class, given without its package line. */
    public Jar source(String className, String body) {
        int dot = className.lastIndexOf('.');
        String text = "package " + className.substring(0, dot) + "; " + body;
        compile(className, text).forEach((name, bytes) -> entries.put(name.replace('.', '/') + ".class", bytes));
        return this;
    }

    /** Writes it into a folder, under a name of its own. */
    public Path in(Path folder) {
        Path file = folder.resolve("jar" + COUNT.incrementAndGet() + ".jar");
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest())) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new ZipEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));
        return manifest;
    }

    private static Map<String, byte[]> compile(String className, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
            Memory memory = new Memory(files);
            boolean isDone = compiler.getTask(
                            null,
                            memory,
                            null,
                            List.of("--release", "17", "-proc:none"),
                            null,
                            Stream.concat(Stream.of(new Source(className, text)), apis(className))
                                    .toList())
                    .call();
            if (!isDone) {
                throw new IllegalArgumentException("does not compile: " + text);
            }
            Map<String, byte[]> classes = new LinkedHashMap<>();
            memory.written.forEach((name, bytes) -> {
                if (name.equals(className) || name.startsWith(className + "$")) {
                    classes.put(name, bytes.toByteArray());
                }
            });
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What guests are compiled against. */
    private static Stream<Source> apis(String but) {
        return API.entrySet().stream()
                .filter(api -> !api.getKey().equals(but))
                .map(api -> new Source(api.getKey(), api.getValue()));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/')), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
