package sluice.yaml;

import static java.util.Objects.requireNonNull;

/**
 * A line of a file.
 *
 * @param file name below the watched folder, for example {@code policies/corridor.yaml}
 * @param line counted from 1
 */
public record Mark(String file, int line) {
    public Mark {
        requireNonNull(file, "file is null");
        if (line < 1) {
            throw new IllegalArgumentException("lines are counted from 1, got " + line);
        }
    }

    @Override
    public String toString() {
        return "`" + file + "` line " + line;
    }
}
