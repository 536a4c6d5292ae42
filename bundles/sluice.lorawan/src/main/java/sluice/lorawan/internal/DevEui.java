package sluice.lorawan.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The worldwide name of a LoRaWAN device: 64 bits, EUI-64. */
final class DevEui {
    private static final Pattern FORM = Pattern.compile("(?:[0-9A-Fa-f]{2}[-:]?){7}[0-9A-Fa-f]{2}");

    private DevEui() {}

    /** Gives {@code deveui:} and 16 lower-case digits; empty if this is no EUI. */
    static Optional<String> address(String eui) {
        return FORM.matcher(eui).matches()
                ? Optional.of("deveui:" + eui.replaceAll("[-:]", "").toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
