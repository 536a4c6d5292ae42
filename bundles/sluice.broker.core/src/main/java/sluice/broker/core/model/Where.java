package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

/**
 * Where the city wrote something down.
 *
 * @param file name below {@code etc/sluice/}, for example {@code policies/corridor.yaml}
 * @param line counted from 1
 */
public record Where(String file, int line) {
    public Where {
        requireNonNull(file, "file is null");
    }

    @Override
    public String toString() {
        return "`" + file + "` line " + line;
    }
}
