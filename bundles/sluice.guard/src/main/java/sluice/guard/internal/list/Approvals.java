package sluice.guard.internal.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What an operator let in: {@code approved.list}, read once and written by the guard alone, which keeps comments and lines that it does not
 * understand. A file that can not be read approves nothing and is not written over. Reading is safe for all threads; the caller lets one write.
 */
public final class Approvals {
    private static final int MOST_LINES = 10_000;
    private static final long LARGEST_FILE = 4L << 20;
    private static final String HEADER =
            "# What may run as a guest: sha256  symbolic-name  version  vendor  by  instant. A hyphen first: taken back.";

    private final Path file;
    private final boolean isReadable;
    private volatile List<Line> lines;
    private String text;

    private Approvals(Path file, boolean isReadable, String text, List<Line> lines) {
        this.file = file;
        this.isReadable = isReadable;
        this.text = text;
        this.lines = List.copyOf(lines);
    }

    /** A line as it stands there, and what it says: one approval, or none. */
    private record Line(String text, List<Approval> says) {
        static Line of(Approval approval) {
            return new Line(approval.line(), List.of(approval));
        }
    }

    /** Reads the file; each line told is one that approves nothing, and why. */
    static Approvals in(Path file, Consumer<String> problems) {
        if (!Files.exists(file)) {
            return new Approvals(file, true, "", List.of(new Line(HEADER, List.of())));
        }
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new IOException("larger than 4 MiB");
            }
            // Not as UTF-8 that must be well-formed: one bad byte spoils its line and no other.
            String text = new String(Files.readAllBytes(file), UTF_8);
            List<String> texts = text.lines().toList();
            if (texts.size() > MOST_LINES) {
                throw new IOException("more than " + MOST_LINES + " lines");
            }
            return new Approvals(file, true, text, parsed(file, texts, problems));
        } catch (IOException e) {
            problems.accept(file + ": approves nothing: " + Texts.line(String.valueOf(e.getMessage())));
            return new Approvals(file, false, "", List.of());
        }
    }

    private static List<Line> parsed(Path file, List<String> texts, Consumer<String> problems) {
        List<Line> lines = new ArrayList<>();
        for (String text : texts) {
            Optional<Approval> approval = Approval.parse(text);
            lines.add(new Line(text, approval.map(List::of).orElse(List.of())));
            if (approval.isEmpty() && !text.isBlank() && !text.startsWith("#")) {
                problems.accept(file + " line " + lines.size()
                        + ": approves nothing; needs sha256, symbolic name, version, vendor, by, instant");
            }
        }
        return lines;
    }

    /** Every approval, also those that were taken back, in the order of the file. */
    public List<Approval> all() {
        return lines.stream().flatMap(line -> line.says().stream()).toList();
    }

    /** The approval of a content that is in force. */
    public Optional<Approval> of(String digest) {
        return all().stream()
                .filter(approval -> !approval.isWithdrawn() && approval.digest().equals(digest))
                .findFirst();
    }

    /** The vendor under whose signature a symbolic name was first approved. */
    public Optional<String> owner(String name) {
        return all().stream()
                .filter(approval -> approval.name().equals(name))
                .map(Approval::vendor)
                .findFirst();
    }

    /**
     * Lets a content in.
     *
     * @throws IOException if that can not be kept; then nothing changed
     */
    public void add(Approval approval) throws IOException {
        List<Line> after = new ArrayList<>(lines);
        after.add(Line.of(approval));
        write(after);
    }

    /**
     * Takes approvals back; the lines stay where they are, so that the name stays with its vendor.
     *
     * @throws IOException if that can not be kept; then nothing changed
     */
    public void withdraw(List<String> digests, String by, Instant at) throws IOException {
        List<Line> after = new ArrayList<>();
        for (Line line : lines) {
            boolean isMeant = line.says().stream()
                    .anyMatch(approval -> !approval.isWithdrawn() && digests.contains(approval.digest()));
            after.add(isMeant ? Line.of(line.says().get(0).withdrawn(by, at)) : line);
        }
        write(after);
    }

    private void write(List<Line> after) throws IOException {
        if (!isReadable) {
            throw new IOException("`" + file + "` could not be read when the guard started, and is not written over");
        }
        if (after.size() > MOST_LINES) {
            throw new IOException("`" + file + "` has " + MOST_LINES + " lines; remove old ones, then restart");
        }
        String onDisk = Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
        if (!onDisk.equals(text)) {
            throw new IOException(
                    "`" + file + "` was changed by hand meanwhile; restart the guard, which reads it then");
        }
        String next = String.join("\n", after.stream().map(Line::text).toList()) + "\n";
        AtomicFile.write(file, next);
        text = next;
        lines = List.copyOf(after);
    }
}
