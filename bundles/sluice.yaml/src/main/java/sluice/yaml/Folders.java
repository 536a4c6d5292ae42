package sluice.yaml;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Files of the city's folder: where it is, and how one is replaced. */
public final class Folders {
    private static final String ETC = "${karaf.etc}";

    private Folders() {}

    /**
     * A folder as the configuration names it.
     *
     * @param configured may begin with <code>${karaf.etc}</code>, which stands for the system property {@code karaf.etc}, or {@code etc} if
     *     that is not set
     * @return the path
     */
    public static Path resolve(String configured) {
        return Path.of(configured.replace(ETC, System.getProperty("karaf.etc", "etc")));
    }

    /**
     * Reads the {@code *.yaml} files once, as {@link FolderWatch} does.
     *
     * @param root the folder
     * @param folders names of the folders in it
     * @return what is there now
     */
    public static Snapshot read(Path root, List<String> folders) {
        return new FolderScan(root, folders).scan();
    }

    /**
     * Writes a file so that whoever looks sees the old or the new one, also after a crash. Only the platform's own user may read it.
     *
     * @param file where
     * @param content what
     * @throws IOException if it can not be written; the old file is untouched
     */
    public static void replace(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("a file needs a folder");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".", ".draft");
        try {
            Files.write(draft, content);
            sync(draft, StandardOpenOption.WRITE);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
