package sluice.devices.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.yaml.Yaml;

/** Turns a line of a list into the document of a device file. */
final class CsvRow {
    private CsvRow() {}

    static Map<String, Object> document(Map<String, String> values) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("device", values.getOrDefault("id", ""));
        document.put("driver", values.getOrDefault("driver", ""));
        document.put("address", addresses(values.getOrDefault("address", "")));
        Map<String, Object> place = place(values);
        if (!place.isEmpty()) {
            document.put("place", place);
        }
        for (String column : List.of("source", "zone", "owner", "custody", "serves")) {
            if (values.containsKey(column)) {
                document.put(column, values.getOrDefault(column, ""));
            }
        }
        if (values.containsKey("simulated")) {
            document.put("simulated", Yaml.scalar(values.getOrDefault("simulated", "")));
        }
        Map<String, Object> config = config(values);
        if (!config.isEmpty()) {
            document.put("config", config);
        }
        return document;
    }

    private static List<String> addresses(String written) {
        return Arrays.stream(written.split(";", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static Map<String, Object> place(Map<String, String> values) {
        Map<String, Object> place = new LinkedHashMap<>();
        for (String column : List.of("lat", "lon")) {
            if (values.containsKey(column)) {
                place.put(column, Yaml.scalar(values.getOrDefault(column, "")));
            }
        }
        return place;
    }

    private static Map<String, Object> config(Map<String, String> values) {
        Map<String, Object> config = new TreeMap<>();
        values.forEach((column, value) -> {
            if (column.startsWith(CsvTable.CONFIG)) {
                config.put(column.substring(CsvTable.CONFIG.length()), setting(value));
            }
        });
        return config;
    }

    /** A serial number such as {@code 007} stays a text: as a number it would lose its zeros. */
    private static Object setting(String value) {
        boolean serial = value.length() > 1 && value.charAt(0) == '0' && Character.isDigit(value.charAt(1));
        return serial ? value : Yaml.scalar(value);
    }
}
