package sluice.guard.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The classes of a guest before there is a jar: a compiler's output. */
public final class FolderScan {
    private FolderScan() {}

    /**
     * Scans class files with the newest list.
     *
     * @param classes the folder that holds the packages
     * @param ownPackage the guest's package, with dots; classes of others are neither looked at nor its own. Empty for all
     * @return what is not allowed, sorted by file; empty if all may load
     * @throws IOException a file can not be read
     */
    public static List<Fault> of(Path classes, String ownPackage) throws IOException {
        Path below = classes.resolve(ownPackage.replace('.', '/'));
        ClassScan scan = new ClassScan(AllowList.current(), name -> isOwn(classes, ownPackage, name));
        List<Fault> faults = new ArrayList<>();
        for (Path file : files(below)) {
            faults.addAll(scan.faults(Files.readAllBytes(file)));
        }
        return List.copyOf(faults);
    }

    private static boolean isOwn(Path classes, String ownPackage, String name) {
        boolean isInside = ownPackage.isEmpty() || name.startsWith(ownPackage + '.');
        return isInside && Files.isRegularFile(classes.resolve(name.replace('.', '/') + ".class"));
    }

    private static List<Path> files(Path below) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }
}
