package sluice.journal;

import static java.util.Objects.requireNonNull;

/**
 * Entries that were on disk and can not be read any more.
 *
 * @param file name of the segment file
 * @param position the first entry that is lost
 * @param why one line for the operator
 */
public record Damage(String file, long position, String why) {
    public Damage {
        requireNonNull(file, "file is null");
        requireNonNull(why, "why is null");
    }

    @Override
    public String toString() {
        return "file `" + file + "` entry " + position + ": " + why;
    }
}
