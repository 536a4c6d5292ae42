package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler, with everything that the distribution has on the class path. */
final class Java implements AutoCloseable {
    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8);
    private final String platform;

    Java() {
        platform = String.join(
                File.pathSeparator,
                System.getProperty("java.class.path"),
                system(),
                System.getProperty("sluice.hostile.path", ""));
    }

    /** Compiles into a folder. */
    void compile(List<Path> sources, Path into, Path... others) {
        StringBuilder said = new StringBuilder();
        List<String> options = new ArrayList<>(
                List.of("-d", into.toString(), "-proc:none", "-nowarn", "-g:none", "-XDignore.symbol.file"));
        options.add("-cp");
        options.add(Stream.of(others).map(Path::toString).collect(Collectors.joining(File.pathSeparator))
                + File.pathSeparator
                + platform);
        Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
        boolean isDone = compiler.getTask(null, files, d -> said.append(d).append('\n'), options, null, units)
                .call();
        if (!isDone) {
            throw new IllegalStateException("does not compile: " + said);
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String system() {
        Path home = Path.of(System.getProperty("sluice.distribution", "target/distribution"));
        try (Stream<Path> system = Files.walk(home.resolve("system"));
                Stream<Path> boot = Files.walk(home.resolve("lib"))) {
            return Stream.concat(system, boot)
                    .filter(file -> file.toString().endsWith(".jar"))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
