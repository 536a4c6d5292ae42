package sluice.access.internal.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Changes keys of files in {@code etc/}, line by line, so that comments stay; and puts back what was there before the first change. */
final class EtcFiles {
    /** What stands for a file that was not there. */
    private static final String ABSENT = ".absent";

    private final Path etc;
    private final Path before;

    /**
     * @param etc the folder
     * @param before where the files are kept as they were
     */
    EtcFiles(Path etc, Path before) {
        this.etc = etc;
        this.before = before;
    }

    boolean hasBefore() {
        return Files.isDirectory(before);
    }

    /** Keeps files as they are now. */
    void keep(Iterable<String> names) throws IOException {
        Files.createDirectories(before);
        for (String name : names) {
            Path file = etc.resolve(name);
            if (Files.exists(file)) {
                Files.copy(file, before.resolve(name), REPLACE_EXISTING);
            } else {
                Files.writeString(before.resolve(name + ABSENT), "");
            }
        }
    }

    void set(String name, Map<String, String> values) throws IOException {
        Path file = etc.resolve(name);
        StringBuilder text = new StringBuilder(Files.exists(file) ? Files.readString(file) : "");
        values.forEach((key, value) -> set(text, key, key + " = " + value));
        Path draft =
                Files.write(etc.resolve("." + name + ".new"), text.toString().getBytes(UTF_8));
        Files.move(draft, file, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    /** Puts back one kept file; does nothing if it was not kept. */
    void restore(String name) throws IOException {
        Path file = before.resolve(name);
        if (Files.exists(file)) {
            Files.move(file, etc.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
        } else if (Files.deleteIfExists(before.resolve(name + ABSENT))) {
            Files.deleteIfExists(etc.resolve(name));
        }
    }

    /** Forgets that there was a before. */
    void forget() throws IOException {
        Files.deleteIfExists(before);
    }

    private static void set(StringBuilder text, String key, String line) {
        var old = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(key) + "[ \\t]*[=:].*$")
                .matcher(text);
        if (old.find()) {
            text.replace(old.start(), old.end(), line);
            return;
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        text.append(line).append('\n');
    }
}
