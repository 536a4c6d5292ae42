package sluice.mqtt.server.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * A second way in, for devices and network servers outside this machine: MQTT over TLS 1.2 or 1.3.
 *
 * @param host address or name to listen on
 * @param port TCP port, 1 to 65,535; 8883 by custom
 * @param keystore PKCS#12 file with the key and its certificates
 * @param password of the file and of the key
 */
public record Tls(String host, int port, Path keystore, String password) {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    public Tls {
        if (host.isBlank()) {
            throw new IllegalArgumentException("`tls.host` is empty; name the address to listen on");
        }
        Settings.within("tls.port", port, 1, 65_535);
    }

    static @Nullable Tls of(MqttServerComponent.Config config) {
        return config.tls_host().isBlank()
                ? null
                : new Tls(
                        config.tls_host(),
                        config.tls_port(),
                        Path.of(config.tls_keystore()),
                        config.tls_keystore_password());
    }

    String uri() {
        return "mqtts://" + host + ":" + port;
    }

    /** Reads the key. What does not fit ends in an exception without the password in it. */
    SSLContext context() throws IOException {
        char[] secret = password.toCharArray();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(keystore.toFile(), secret), secret);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "can not use `" + keystore + "`: " + e.getClass().getName(), e);
        }
    }

    /** The server's end of one connection. */
    static SSLEngine engine(SSLContext context) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setEnabledProtocols(PROTOCOLS);
        return engine;
    }

    @Override
    public String toString() {
        return uri();
    }
}
