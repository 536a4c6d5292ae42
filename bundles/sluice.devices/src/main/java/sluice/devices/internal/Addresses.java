package sluice.devices.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as people write them and as the registry compares them. */
final class Addresses {
    static final String HTTP = "http:";

    private static final String DEVEUI = "deveui:";
    private static final String MQTT = "mqtt:";
    private static final Pattern SEPARATORS = Pattern.compile("[-:. ]");
    private static final Pattern EUI = Pattern.compile("[0-9a-f]{16}");
    private static final Pattern TOPIC = Pattern.compile("[^$+#\\p{Cntrl}][^+#\\p{Cntrl}]{0,255}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");

    private Addresses() {}

    /** The address in the one form that is compared, or empty if it is none. */
    static Optional<String> normal(String written) {
        if (written.startsWith(DEVEUI)) {
            String digits =
                    SEPARATORS.matcher(written.substring(DEVEUI.length())).replaceAll("");
            return matching(EUI, DEVEUI, digits.toLowerCase(Locale.ROOT));
        }
        if (written.startsWith(MQTT)) {
            return matching(TOPIC, MQTT, written.substring(MQTT.length()));
        }
        return written.startsWith(HTTP) ? matching(ID, HTTP, written.substring(HTTP.length())) : Optional.empty();
    }

    /** Whether the device is one that a network server speaks for. */
    static boolean isEui(String address) {
        return address.startsWith(DEVEUI);
    }

    private static Optional<String> matching(Pattern pattern, String scheme, String rest) {
        return pattern.matcher(rest).matches() ? Optional.of(scheme + rest) : Optional.empty();
    }
}
