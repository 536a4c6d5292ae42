package sluice.access.internal.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Names and addresses of this machine. */
final class HostNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private HostNames() {}

    /** An address of the host on which this machine can listen; empty if it has none, or all at once (`0.0.0.0`). */
    static Optional<InetAddress> local(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host))
                    .filter(address -> !address.isAnyLocalAddress())
                    .filter(address -> isFree(address, 0))
                    .findFirst();
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }

    /** Whether one can listen there now. */
    static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, address)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether a certificate is for a host: by its alternative names only, a star for one label (RFC 6125). */
    static boolean covers(X509Certificate certificate, String host) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null && names.stream().anyMatch(name -> covers(name, host.toLowerCase(Locale.ROOT)));
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    private static boolean covers(List<?> entry, String host) {
        String name = String.valueOf(entry.get(1)).toLowerCase(Locale.ROOT);
        if (entry.get(0).equals(IP)) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return entry.get(0).equals(DNS) && (name.equals(host) || dot > 0 && name.equals("*" + host.substring(dot)));
    }
}
