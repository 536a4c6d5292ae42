package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Builds a case's bundles from its sources. */
final class Packer {
    static final String COMPONENT = "OSGI-INF/component.xml";

    /** In the order in which one may use another's classes. */
    private static final List<String> PARTS = List.of("before", "extension", "source", "sink");

    private final Java java;
    private final Vendor vendor;
    private final World world;
    private final Path target;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Packer(Java java, Vendor vendor, World world, Path target) {
        this.java = java;
        this.vendor = vendor;
        this.world = world;
        this.target = target;
    }

    Packed pack(Attack attack) {
        Path folder = target.resolve(attack.family()).resolve(attack.name());
        Words words = Words.of(attack, world, folder, random);
        Map<String, Path> jars = new LinkedHashMap<>();
        Map<String, List<String>> classes = new LinkedHashMap<>();
        try {
            Folders.delete(folder);
            for (String part : PARTS) {
                Map<String, byte[]> entries = entries(attack, part, words, folder);
                if (!entries.isEmpty()) {
                    jars.put(part, jar(attack, part, words, entries, folder.resolve(part + ".jar")));
                    classes.put(part, classes(entries));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Packed(attack, words, jars, classes);
    }

    private Map<String, byte[]> entries(Attack attack, String part, Words words, Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve(part + "-sources"));
        Path classes = Files.createDirectories(folder.resolve(part));
        List<Path> java = new ArrayList<>();
        for (Path file : files(attack, part)) {
            String name = file.getFileName().toString();
            Path told = sources.resolve(relative(attack, part, file));
            Files.createDirectories(told.getParent());
            Files.writeString(told, words.in(Attack.read(file)));
            if (name.endsWith(".java")) {
                java.add(told);
            }
        }
        if (!java.isEmpty()) {
            this.java.compile(java, classes, folder.resolve("source"), folder.resolve("extension"));
        }
        Map<String, byte[]> entries = new TreeMap<>(Folders.contents(classes));
        Folders.contents(sources).forEach((name, bytes) -> {
            if (!name.endsWith(".java")) {
                entries.put(name, bytes);
            }
        });
        hide(entries);
        return entries;
    }

    /** A class whose name ends in {@code Hidden} is no class file of the jar: it is there as a resource whose bytes are turned. */
    private static void hide(Map<String, byte[]> entries) {
        for (String name : List.copyOf(entries.keySet())) {
            if (name.endsWith("Hidden.class")) {
                byte[] turned = requireNonNull(entries.remove(name)).clone();
                for (int i = 0; i < turned.length; i++) {
                    turned[i] ^= 0x55;
                }
                entries.put(name.replace(".class", ".bin"), turned);
            }
        }
    }

    private static List<Path> files(Attack attack, String part) throws IOException {
        List<Path> files = new ArrayList<>();
        Path main = attack.folder().resolve(Character.toUpperCase(part.charAt(0)) + part.substring(1) + ".java");
        if (Files.exists(main)) {
            files.add(main);
        }
        Path more = attack.folder().resolve(part);
        if (Files.isDirectory(more)) {
            try (Stream<Path> all = Files.walk(more)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static String relative(Attack attack, String part, Path file) {
        Path more = attack.folder().resolve(part);
        return file.startsWith(more)
                ? more.relativize(file).toString()
                : file.getFileName().toString();
    }

    private Path jar(Attack attack, String part, Words words, Map<String, byte[]> entries, Path jar)
            throws IOException {
        Map<String, String> headers = new TreeMap<>();
        attack.headers(part).forEach((name, value) -> headers.put(name, words.in(value)));
        boolean isComponent = Stream.of("Bundle-Activator", "Fragment-Host", "Service-Component")
                .noneMatch(headers::containsKey);
        Map<String, byte[]> all = new TreeMap<>(entries);
        if (isComponent) {
            headers.put("Service-Component", COMPONENT);
            all.putIfAbsent(
                    COMPONENT,
                    component(
                            headers.getOrDefault("Bundle-SymbolicName", Headers.name(attack.name(), part)),
                            part.equals("sink") ? "hostile.Sink" : "hostile.Source"));
        }
        Headers.complete(headers, attack.name(), part);
        write(jar, headers, all);
        Forgery.of(attack, part).sign(jar, vendor);
        return jar;
    }

    static void write(Path jar, Map<String, String> headers, Map<String, byte[]> entries) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> {
            if (!value.equals("-")) {
                manifest.getMainAttributes().putValue(name, value);
            }
        });
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            add(out, JarFile.MANIFEST_NAME, bytes.toByteArray());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                add(out, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }

    /** The description of a component that is made as soon as its bundle is there. */
    static byte[] component(String name, String type) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" immediate="true">
                  <implementation class="%s"/>
                </scr:component>
                """.formatted(name, type).getBytes(UTF_8);
    }

    private static List<String> classes(Map<String, byte[]> entries) {
        return entries.keySet().stream()
                .filter(name -> name.endsWith(".class"))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .toList();
    }
}
