package sluice.transport.mqtt.internal;

import java.lang.annotation.Annotation;

/** Settings for a test: the embedded server, or the external one that is named. */
@SuppressWarnings("all") // an annotation type may be implemented, and javac would rather it were not
record TestConfig(String uri, String account, String password, String passing_account, String trust_store)
        implements MqttTransport.Config {
    static final TestConfig EMBEDDED = new TestConfig("", "", "", "", "");

    @Override
    public String passing_password() {
        return password;
    }

    @Override
    public String key_store() {
        return "";
    }

    @Override
    public String store_password() {
        return trust_store.isEmpty() ? "" : password;
    }

    @Override
    public String client_id() {
        return "sluice.platform";
    }

    @Override
    public int receive_maximum() {
        return 100;
    }

    @Override
    public long session_expiry_seconds() {
        return 3_600;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return MqttTransport.Config.class;
    }
}
