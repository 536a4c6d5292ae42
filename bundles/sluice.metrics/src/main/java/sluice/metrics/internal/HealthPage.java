package sluice.metrics.internal;

import java.util.List;
import java.util.stream.Collectors;
import sluice.broker.core.port.Trouble;
import sluice.metrics.internal.PartHealth.Level;

/** Health as JSON, for a load balancer or a monitor. Says what and under which code; why is for the operator's shell. */
final class HealthPage {
    private HealthPage() {}

    static Level worst(List<PartHealth> parts) {
        return parts.stream().map(PartHealth::level).reduce(Level.OK, Level::max);
    }

    static String toJson(List<PartHealth> parts) {
        String list = parts.stream().map(HealthPage::toJson).collect(Collectors.joining(",\n    "));
        return "{\n  \"status\": " + quote(worst(parts).toString()) + ",\n  \"parts\": [\n    " + list + "\n  ]\n}\n";
    }

    private static String toJson(PartHealth health) {
        String troubles = health.troubles().stream().map(HealthPage::toJson).collect(Collectors.joining(", "));
        return "{\"part\": " + quote(health.part().toString()) + ", \"status\": "
                + quote(health.level().toString()) + ", \"troubles\": [" + troubles + "]}";
    }

    private static String toJson(Trouble trouble) {
        return "{\"code\": " + quote(trouble.code()) + ", \"what\": " + quote(trouble.what()) + "}";
    }

    private static String quote(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
