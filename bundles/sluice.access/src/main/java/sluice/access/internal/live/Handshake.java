package sluice.access.internal.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Looks whether a listener answers with the certificate that it was given, as a client would see it. */
final class Handshake {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Handshake() {}

    static boolean shows(InetAddress address, int port, X509Certificate expected) {
        int millis = (int) PATIENCE.toMillis();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), millis);
            plain.setSoTimeout(millis);
            SSLSocket socket = (SSLSocket)
                    context(expected).getSocketFactory().createSocket(plain, address.getHostAddress(), port, false);
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0].equals(expected);
        } catch (IOException | GeneralSecurityException notYet) {
            return false;
        }
    }

    private static SSLContext context(X509Certificate expected) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new OnlyThis(expected)}, null);
        return context;
    }

    /** Trusts the one certificate that is looked for. */
    private record OnlyThis(X509Certificate expected) implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException("this is a client");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type)
                throws java.security.cert.CertificateException {
            if (!chain[0].equals(expected)) {
                throw new java.security.cert.CertificateException("another certificate");
            }
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
