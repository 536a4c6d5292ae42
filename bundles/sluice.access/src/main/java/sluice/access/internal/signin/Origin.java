package sluice.access.internal.signin;

import java.util.List;
import java.util.Locale;

/**
 * Who tries to sign in, from where.
 *
 * @param user the name that was typed, in lower case and shortened: it may be anything
 * @param address without its port; of an IPv6 address the first half, which is what one household or attacker has at least
 */
record Origin(String user, String address) {
    private static final int LONGEST = 64;

    /**
     * @param user as typed
     * @param client as Karaf writes it: {@code /127.0.0.1:4711}, {@code [::1]:4711}, {@code 127.0.0.1}; empty if unknown
     */
    static Origin of(String user, String client) {
        String name = user.length() > LONGEST ? user.substring(0, LONGEST) : user;
        return new Origin(name.toLowerCase(Locale.ROOT), network(host(client.strip())));
    }

    private static String host(String client) {
        String rest = client.substring(client.lastIndexOf('/') + 1);
        if (rest.startsWith("[")) {
            int end = rest.indexOf(']');
            return end < 0 ? rest : rest.substring(1, end);
        }
        int colon = rest.indexOf(':');
        boolean hasPort = colon >= 0 && (colon == rest.lastIndexOf(':') || groups(rest) > 8);
        return hasPort ? rest.substring(0, rest.lastIndexOf(':')) : rest;
    }

    private static String network(String host) {
        return groups(host) == 8 ? String.join(":", List.of(host.split(":")).subList(0, 4)) : host;
    }

    private static int groups(String text) {
        return text.split(":", -1).length;
    }
}
