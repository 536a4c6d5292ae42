package sluice.itests.hostile;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bundles made of the classes in {@code lawful/}: each is a component that says in a static field whether all went well. */
final class LawfulBundles {
    private static final Path SOURCES = Path.of("src/test/resources/lawful").toAbsolutePath();

    private final Map<String, Path> jars = new TreeMap<>();
    private final Map<String, Path> components = new TreeMap<>();
    private final Path hostile;

    LawfulBundles(Path target, World world) throws IOException {
        Vendor vendor = Vendor.accepted();
        try (Java java = new Java()) {
            Path classes = target.resolve("classes");
            Folders.delete(classes);
            List<Path> sources = sources();
            java.compile(sources, Files.createDirectories(classes));
            Map<String, byte[]> all = Folders.contents(classes);
            for (Path source : sources) {
                String name = source.getFileName().toString().replace(".java", "");
                jars.put(name, jar(name, all, target.resolve(name + ".jar"), vendor));
            }
            Packer packer = new Packer(java, vendor, world, target);
            for (String name : List.of("application", "configured")) {
                Path folder = SOURCES.resolveSibling("lawful-components").resolve(name);
                components.put(name, packer.pack(Attack.at(folder)).jar("source"));
            }
            hostile = packer.pack(Attack.at(SOURCES.resolveSibling("hostile").resolve("wiring/exported-package")))
                    .jar("source");
        }
    }

    /** Name of the component's class in package {@code lawful} to its bundle. */
    Map<String, Path> jars() {
        return jars;
    }

    /** A bundle that has a description of its own. */
    Path component(String name) {
        return requireNonNull(components.get(name), name);
    }

    /** One that is refused. */
    Path hostile() {
        return hostile;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.list(SOURCES)) {
            return all.sorted().toList();
        }
    }

    private static Path jar(String name, Map<String, byte[]> classes, Path jar, Vendor vendor) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        classes.forEach((path, bytes) -> {
            if (path.matches("lawful/" + name + "(\\$.*)?\\.class")) {
                entries.put(path, bytes);
            }
        });
        entries.put(Packer.COMPONENT, Packer.component("lawful." + name, "lawful." + name));
        Map<String, String> headers =
                new TreeMap<>(Map.of("Bundle-SymbolicName", "lawful." + name, "Service-Component", Packer.COMPONENT));
        Headers.complete(headers, "lawful", "source");
        Packer.write(jar, headers, entries);
        vendor.sign(jar);
        return jar;
    }
}
