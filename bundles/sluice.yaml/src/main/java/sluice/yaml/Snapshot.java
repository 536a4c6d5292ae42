package sluice.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A watched folder at one moment.
 *
 * @param files what could be read, sorted by name
 * @param problems what could not
 */
public record Snapshot(List<SourceFile> files, List<Problem> problems) {
    public Snapshot {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
    }

    /**
     * The name of this state of the folder: equal for equal names and contents.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256() {
        StringBuilder sums = new StringBuilder();
        files.forEach(file ->
                sums.append(file.sha256()).append(' ').append(file.name()).append('\n'));
        return Sha256.hex(sums.toString().getBytes(StandardCharsets.UTF_8));
    }
}
