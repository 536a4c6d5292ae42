package sluice.yaml;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a folder again and again, opening only the files that may have changed. For one thread at a time. */
final class FolderScan {
    static final int MAX_FILES = 4_000;
    static final long MAX_TOTAL_BYTES = 64L * 1024 * 1024;
    /** Clocks of file systems are coarse: a file that was written this shortly before it was read may change without a new time. */
    private static final Duration RACY = Duration.ofSeconds(2);

    /** Tests lie beside what they test, and are no part of it. */
    private static final String TESTS = ".policy-test.yaml";

    private final Path root;
    private final List<String> folders;
    private Map<String, Seen> seen = new HashMap<>();

    FolderScan(Path root, List<String> folders) {
        this.root = root;
        this.folders = List.copyOf(folders);
    }

    Snapshot scan() {
        Sweep sweep = new Sweep();
        if (Files.isDirectory(root)) {
            folders.forEach(folder -> list(folder, sweep));
        } else {
            sweep.problem(YamlCode.FOLDER_UNREADABLE, root.toString(), "folder is not there");
        }
        seen = sweep.seen;
        Collections.sort(sweep.files);
        return new Snapshot(sweep.files, sweep.problems);
    }

    private void list(String folder, Sweep sweep) {
        Path path = root.resolve(folder);
        if (!Files.exists(path)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                consider(folder + "/" + entry.getFileName(), entry, sweep);
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            sweep.problem(YamlCode.FOLDER_UNREADABLE, folder, "folder can not be read");
        }
    }

    private void consider(String name, Path path, Sweep sweep) {
        if (path.getFileName().toString().startsWith(".") || name.endsWith(TESTS)) {
            return;
        }
        if (name.endsWith(".yml")) {
            sweep.problem(YamlCode.MISNAMED, name, "only files that end in `.yaml` are read; rename it");
        }
        if (name.endsWith(".yaml")) {
            read(name, path, sweep);
        }
    }

    private void read(String name, Path path, Sweep sweep) {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (!now.isRegularFile()) {
                sweep.problem(YamlCode.FILE_UNREADABLE, name, "is not a regular file");
            } else if (now.size() > Yaml.MAX_BYTES) {
                sweep.problem(
                        YamlCode.TOO_LARGE,
                        name,
                        "file of " + now.size() + " bytes; at most " + Yaml.MAX_BYTES + " are read, split it");
            } else if (sweep.files.size() >= MAX_FILES || sweep.bytes + now.size() > MAX_TOTAL_BYTES) {
                sweep.full(name);
            } else {
                sweep.add(name, current(name, path, now));
            }
        } catch (IOException unreadable) {
            sweep.problem(YamlCode.FILE_UNREADABLE, name, "file can not be read");
        }
    }

    private Seen current(String name, Path path, BasicFileAttributes now) throws IOException {
        Stamp stamp = new Stamp(now.size(), now.lastModifiedTime().toInstant(), String.valueOf(now.fileKey()));
        Seen before = seen.get(name);
        if (before != null && before.isStill(stamp)) {
            return before;
        }
        Instant readAt = Instant.now();
        try (var in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(Yaml.MAX_BYTES + 1);
            return new Seen(stamp, readAt, new SourceFile(name, content));
        }
    }

    private record Stamp(long size, Instant modified, String key) {}

    private record Seen(Stamp stamp, Instant readAt, SourceFile file) {
        boolean isStill(Stamp now) {
            return stamp.equals(now) && stamp.modified.plus(RACY).isBefore(readAt);
        }
    }

    /** One pass over the folder. */
    private static final class Sweep {
        private final Map<String, Seen> seen = new HashMap<>();
        private final List<SourceFile> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private long bytes;
        private @Nullable Problem full;

        void add(String name, Seen file) {
            seen.put(name, file);
            files.add(file.file());
            bytes += file.file().content().length;
        }

        void full(String name) {
            if (full == null) {
                full = new Problem(
                        YamlCode.FOLDER_UNREADABLE,
                        new Mark(name.substring(0, name.indexOf('/')), 1),
                        "folder holds more than " + MAX_FILES + " files or " + MAX_TOTAL_BYTES + " bytes");
                problems.add(full);
            }
        }

        void problem(String code, String name, String text) {
            problems.add(new Problem(code, new Mark(name, 1), text));
        }
    }
}
