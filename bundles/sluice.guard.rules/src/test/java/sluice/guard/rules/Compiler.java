package sluice.guard.rules;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles source in memory, as a stranger would who means no good. */
public final class Compiler {
    private Compiler() {}

    /**
     * All class files that come of it.
     *
     * @param sources by class name with dots
     * @param options of javac
     * @return by class name with dots
     */
    public static Map<String, byte[]> compile(Map<String, String> sources, String... options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
        Memory memory = new Memory(files);
        StringBuilder complaints = new StringBuilder();
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        List<String> all = Stream.concat(Stream.of("-proc:none", "-Xlint:none", "-nowarn"), Stream.of(options))
                .toList();
        boolean isDone = javac.getTask(
                        null,
                        memory,
                        diagnostic -> complaints.append(diagnostic).append('\n'),
                        all,
                        null,
                        units)
                .call();
        if (!isDone) {
            throw new IllegalArgumentException(complaints.toString());
        }
        Map<String, byte[]> classes = new TreeMap<>();
        memory.outputs.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    /** The class file of one class. */
    public static byte[] one(String name, String source) {
        return requireNonNull(compile(Map.of(name, source)).get(name));
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("memory:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Memory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> outputs = new HashMap<>();

        Memory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            if (location != StandardLocation.CLASS_OUTPUT) {
                throw new IllegalStateException("writes to " + location);
            }
            return new SimpleJavaFileObject(URI.create("memory:///" + name + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return outputs.computeIfAbsent(name, any -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
