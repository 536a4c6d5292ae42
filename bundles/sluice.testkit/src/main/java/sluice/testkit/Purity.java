package sluice.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sluice.guard.rules.Fault;
import sluice.guard.rules.FolderScan;

/**
 * Whether a driver or an application is pure code: the guard's own scanner over every class of its bundle. What passes here and is packed
 * by bnd passes the guard; {@code sluice.check} looks at the jar as well.
 */
public final class Purity {
    private Purity() {}

    /**
     * What in a bundle is not pure. In a folder that bnd has finished, every class counts, those that it copied from elsewhere too; in any other
     * the classes of the member's package and below.
     *
     * @param member any class of the bundle, as compiled into a folder
     * @return one line for each fault: class, member, rule, substitute; empty if there is none
     */
    public static List<String> faults(Class<?> member) {
        try {
            Path folder = folder(member);
            boolean isFinished = Files.isRegularFile(folder.resolve("META-INF/MANIFEST.MF"));
            return FolderScan.of(folder, isFinished ? "" : member.getPackageName()).stream()
                    .map(Fault::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no folder holds " + member.getName(), e);
        }
    }
}
