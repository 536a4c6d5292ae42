package sluice.operator.internal.text;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.support.table.ShellTable;

/**
 * A Karaf table with headings above and details below its rows. Plain ASCII: it reads the same in a terminal, a pipe and a log. Its text
 * goes through {@link Plain}.
 */
final class Table {
    /** Widest line that it writes of its own accord. */
    static final int WIDTH = 120;

    private static final String INDENT = "  ";
    private static final int HEADER_LINES = 2;

    private final ShellTable table = new ShellTable().forceAscii();
    private final List<List<String>> above = new ArrayList<>();
    private final List<List<String>> below = new ArrayList<>();
    private List<String> heading = new ArrayList<>();

    /** A column of text. */
    Table text(String header) {
        table.column(header);
        return this;
    }

    /** A column of figures, aligned to the right. */
    Table figure(String header) {
        table.column(header).alignRight();
        return this;
    }

    /** A line above the next row. */
    Table heading(String line) {
        heading.add(Plain.of(line));
        return this;
    }

    /** A row. */
    Table row(String... cells) {
        List<Object> plain = new ArrayList<>();
        for (String cell : cells) {
            plain.add(Plain.of(cell));
        }
        table.addRow().addContent(plain);
        above.add(heading);
        heading = new ArrayList<>();
        below.add(new ArrayList<>());
        return this;
    }

    /** Lines below the last row; nothing if the text is empty. */
    Table detail(String text) {
        if (!text.isEmpty()) {
            Plain.wrap(text, WIDTH - 2 * INDENT.length())
                    .forEach(line -> below.get(below.size() - 1).add(INDENT + INDENT + line));
        }
        return this;
    }

    /** The whole table, or the given line if it has no row. */
    String orElse(String empty) {
        if (below.isEmpty()) {
            return INDENT + empty + "\n";
        }
        StringBuilder text = new StringBuilder();
        List<String> lines = printed();
        lines.subList(0, HEADER_LINES).forEach(line -> append(text, INDENT + line));
        for (int i = 0; i < below.size(); i++) {
            above.get(i).forEach(line -> append(text, line));
            append(text, INDENT + lines.get(HEADER_LINES + i));
            below.get(i).forEach(line -> append(text, line));
        }
        return text.toString();
    }

    private List<String> printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static void append(StringBuilder text, String line) {
        text.append(line.stripTrailing()).append('\n');
    }
}
