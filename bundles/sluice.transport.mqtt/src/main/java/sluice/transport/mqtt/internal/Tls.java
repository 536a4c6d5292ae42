package sluice.transport.mqtt.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.jspecify.annotations.Nullable;

/** Whom to trust and who to be, on an {@code ssl:} connection. Host names are always verified. */
final class Tls {
    /** Trust what Java trusts, and show no certificate. */
    static final Tls NONE = new Tls(null);

    private final @Nullable SSLContext context;

    private Tls(@Nullable SSLContext context) {
        this.context = context;
    }

    /**
     * Reads PKCS #12 stores.
     *
     * @param trustStore certificates to trust, or empty for Java's own
     * @param keyStore the platform's key and certificate, or empty for none
     * @param password of both stores
     * @throws IllegalArgumentException if a store can not be read
     */
    static Tls of(String trustStore, String keyStore, String password) {
        if (trustStore.isEmpty() && keyStore.isEmpty()) {
            return NONE;
        }
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore.isEmpty() ? null : load("key.store", keyStore, password), password.toCharArray());
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trustStore.isEmpty() ? null : load("trust.store", trustStore, password));
            SSLContext made = SSLContext.getInstance("TLS");
            made.init(keyStore.isEmpty() ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
            return new Tls(made);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "`trust.store` or `key.store` holds no usable key or certificate", unusable);
        }
    }

    private static KeyStore load(String setting, String file, String password) throws GeneralSecurityException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "can not read `" + setting + "` `" + file + "`; it must be PKCS #12 under `store.password`",
                    unreadable);
        }
    }

    void applyTo(String uri, MqttConnectionOptions options) {
        if (context != null && uri.startsWith("ssl:")) {
            options.setSocketFactory(context.getSocketFactory());
        }
    }
}
