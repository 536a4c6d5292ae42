package sluice.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jars of a distribution, told apart: what is the platform's own, and what is a guest that is shipped with it.
 *
 * @param folder a Maven repository's layout: {@code group/artifactId/version/artifactId-version.jar}
 * @param platform every jar that is no guest's, sorted
 * @param guests the guests' jars, sorted
 */
record Platform(Path folder, List<Path> platform, List<Path> guests) {
    /**
     * Looks at a folder.
     *
     * @param artifactIds the guests; each must be there, so that a slip of the pen does not make one of them trusted
     */
    static Platform read(Path folder, Set<String> artifactIds) throws IOException {
        List<Path> platform = new ArrayList<>();
        List<Path> guests = new ArrayList<>();
        Set<String> missing = new TreeSet<>(artifactIds);
        for (Path jar : jars(folder)) {
            String artifactId = artifactId(folder.relativize(jar));
            (artifactIds.contains(artifactId) ? guests : platform).add(jar);
            missing.remove(artifactId);
        }
        if (!missing.isEmpty()) {
            throw new IOException("no guest " + missing + " below `" + folder + "`");
        }
        return new Platform(folder, List.copyOf(platform), List.copyOf(guests));
    }

    /** One line {@code sha256  path} for each jar of the platform. */
    String trustList() throws IOException {
        StringBuilder list = new StringBuilder("# what belongs to the platform: sha256  path\n");
        for (Path jar : platform) {
            list.append(Digest.of(jar)).append("  ").append(slashed(jar)).append('\n');
        }
        return list.toString();
    }

    /** One line {@code sha256  symbolic-name  version  vendor  by  instant} for each guest. */
    String approvedList(String vendor, String by, String instant) throws IOException {
        StringBuilder list = new StringBuilder("# sha256  symbolic-name  version  vendor  by  instant\n");
        for (Path jar : guests) {
            Attributes manifest = manifest(jar);
            String line = String.join(
                    "  ",
                    Digest.of(jar),
                    header(manifest, "Bundle-SymbolicName").replaceAll("[;\\s].*", ""),
                    header(manifest, "Bundle-Version"),
                    vendor,
                    by,
                    instant);
            list.append(line).append('\n');
        }
        return list.toString();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    private static String artifactId(Path relative) {
        int names = relative.getNameCount();
        return names < 3 ? "" : relative.getName(names - 3).toString();
    }

    private String slashed(Path jar) {
        return folder.relativize(jar).toString().replace('\\', '/');
    }

    private static Attributes manifest(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    private static String header(Attributes manifest, String name) {
        String value = manifest.getValue(name);
        return value == null ? "-" : value.strip();
    }
}
