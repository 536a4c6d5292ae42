package sluice.devices.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.devices.ImportReport.RefusedLine;
import sluice.yaml.Say;

/**
 * A list of devices as it stands in a file.
 *
 * @param rows lines that have a value for each column
 * @param refused lines that have not; a fault of the whole file is one of line 1, and then there are no rows
 */
record CsvTable(List<Row> rows, List<RefusedLine> refused) {
    static final long MAX_BYTES = 10L * 1024 * 1024;
    static final int MAX_LINES = 100_000;
    static final String CONFIG = "config.";

    private static final int LONGEST_LINE = 4_000;
    private static final Set<String> COLUMNS = Set.of(
            "id", "driver", "address", "source", "lat", "lon", "zone", "owner", "custody", "serves", "simulated");
    private static final Set<String> REQUIRED = Set.of("id", "driver", "address");

    /**
     * One line.
     *
     * @param line counted from 1, the header included
     * @param values column to value, without empty values
     */
    record Row(int line, Map<String, String> values) {}

    static CsvTable read(Path csv) {
        try {
            if (Files.size(csv) > MAX_BYTES) {
                return whole(DeviceCode.CSV_TOO_LARGE, "file is over " + MAX_BYTES + " bytes; split it");
            }
            try (BufferedReader lines = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
                return read(lines);
            }
        } catch (MalformedInputException notUtf8) {
            return whole(DeviceCode.BAD_CSV, "file is not UTF-8; save it with that encoding");
        } catch (IOException unreadable) {
            return whole(DeviceCode.BAD_CSV, "file can not be read");
        }
    }

    private static CsvTable read(BufferedReader lines) throws IOException {
        String first = lines.readLine();
        if (first == null) {
            return whole(DeviceCode.BAD_CSV, "file is empty; its first line names the columns");
        }
        List<String> columns = Csv.values(first.startsWith("\uFEFF") ? first.substring(1) : first)
                .orElse(List.of());
        Optional<String> fault = fault(columns);
        return fault.isPresent() ? whole(DeviceCode.BAD_CSV, fault.get()) : rows(lines, columns);
    }

    private static Optional<String> fault(List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            boolean known =
                    COLUMNS.contains(column) || (column.startsWith(CONFIG) && column.length() > CONFIG.length());
            if (!known) {
                return Optional.of("unknown column " + Say.quote(column) + Say.didYouMean(column, COLUMNS));
            }
            if (!seen.add(column)) {
                return Optional.of("column " + Say.quote(column) + " stands twice");
            }
        }
        return REQUIRED.stream()
                .filter(column -> !seen.contains(column))
                .sorted()
                .findFirst()
                .map(column -> "column `" + column + "` is missing");
    }

    private static CsvTable rows(BufferedReader lines, List<String> columns) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<RefusedLine> refused = new ArrayList<>();
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (number > MAX_LINES + 1) {
                return whole(DeviceCode.CSV_TOO_LARGE, "file has more than " + MAX_LINES + " lines; split it");
            }
            if (!line.isBlank()) {
                row(number, line, columns, rows, refused);
            }
        }
        return new CsvTable(rows, refused);
    }

    private static void row(int number, String line, List<String> columns, List<Row> rows, List<RefusedLine> refused) {
        Optional<List<String>> values = line.length() > LONGEST_LINE ? Optional.empty() : Csv.values(line);
        if (values.isEmpty()) {
            refused.add(new RefusedLine(
                    number,
                    DeviceCode.BAD_CSV,
                    "line is over " + LONGEST_LINE + " characters, or its quotes do not match"));
        } else if (values.get().size() != columns.size()) {
            refused.add(new RefusedLine(
                    number,
                    DeviceCode.BAD_CSV,
                    "line has " + values.get().size() + " values for " + columns.size() + " columns"));
        } else {
            rows.add(new Row(number, byColumn(columns, values.get())));
        }
    }

    private static Map<String, String> byColumn(List<String> columns, List<String> values) {
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!values.get(i).isEmpty()) {
                row.put(columns.get(i), values.get(i));
            }
        }
        return row;
    }

    private static CsvTable whole(String code, String why) {
        return new CsvTable(List.of(), List.of(new RefusedLine(1, code, why)));
    }
}
