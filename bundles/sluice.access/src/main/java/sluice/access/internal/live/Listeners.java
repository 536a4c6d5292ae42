package sluice.access.internal.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which settings open what. SSH comes last: it ends the session in which somebody asked. */
final class Listeners {
    static final String ACCESS = "sluice.access.cfg";
    static final String MQTT = "sluice.mqtt.server.cfg";
    static final String WEB = "org.ops4j.pax.web.cfg";
    static final String SSH = "org.apache.karaf.shell.cfg";
    static final List<String> FILES = List.of(ACCESS, MQTT, WEB, SSH);

    private Listeners() {}

    /**
     * Settings by file.
     *
     * @param request what is asked for
     * @param address on which this machine has the host
     * @param keystore PKCS#12
     * @param password of it
     */
    static Map<String, Map<String, String>> of(Request request, String address, String keystore, String password) {
        String listening = address.equals("127.0.0.1") ? address : "127.0.0.1," + address;
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        settings.put(ACCESS, Map.of("hosts", request.host()));
        settings.put(
                MQTT,
                ordered(
                        "tls.host", address,
                        "tls.port", Integer.toString(request.mqttPort()),
                        "tls.keystore", keystore,
                        "tls.keystore.password", password));
        settings.put(
                WEB,
                ordered(
                        "org.osgi.service.http.enabled",
                        "false",
                        "org.osgi.service.http.secure.enabled",
                        "true",
                        "org.osgi.service.http.port.secure",
                        Integer.toString(request.httpsPort()),
                        "org.ops4j.pax.web.listening.addresses",
                        listening,
                        "org.ops4j.pax.web.ssl.keystore",
                        keystore,
                        "org.ops4j.pax.web.ssl.keystore.type",
                        "PKCS12",
                        "org.ops4j.pax.web.ssl.keystore.password",
                        password,
                        "org.ops4j.pax.web.ssl.key.password",
                        password,
                        "org.ops4j.pax.web.ssl.protocols.included",
                        "TLSv1.3,TLSv1.2",
                        "org.ops4j.pax.web.session.cookie.secure",
                        "true"));
        settings.put(SSH, Map.of("sshHost", listening));
        return settings;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
