package sluice.access.internal.live;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import sluice.broker.core.port.Ledger;
import sluice.guard.Admission;
import sluice.guard.Armed;

/**
 * Opens listeners with TLS to the world once nothing stands in the way, and closes them again. It writes settings into {@code etc/}; each
 * listener follows by itself within seconds. If one does not answer with the new certificate, all settings are put back.
 */
@Component(service = GoLive.class)
public final class GoLive {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final long LOOK_MILLIS = 500;
    private static final int PASSWORD_BYTES = 24;
    private static final String SECRET = "sluice.tls.password";

    private final Path etc;
    private final Path data;
    private final EtcFiles files;
    private final Ledger ledger;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Armed armed;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Admission admission;

    /**
     * Nothing is live yet.
     *
     * @param context says where {@code etc/} and {@code data/} are
     * @param ledger is told who opened what
     */
    @Activate
    public GoLive(BundleContext context, @Reference Ledger ledger) {
        this.etc = Path.of(context.getProperty("karaf.etc"));
        this.data = Path.of(context.getProperty("karaf.data"));
        this.files = new EtcFiles(etc, etc.resolve("sluice/tls/before"));
        this.ledger = ledger;
    }

    /**
     * What stands in the way.
     *
     * @param request what is asked for
     * @return empty if nothing does
     */
    public List<Obstacle> check(Request request) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (files.hasBefore()) {
            obstacles.add(new Obstacle("already-live", "the platform is live; `sluice:go-back` first"));
        }
        Optional<ServerKey> key = key(request, obstacles);
        obstacles.addAll(new Preconditions(etc, data, Clock.systemUTC()).of(request, key, armed, admission));
        return List.copyOf(obstacles);
    }

    /**
     * Opens the listeners, if nothing stands in the way. Takes up to 40 s. SSH follows a second after the return.
     *
     * @param request what is asked for
     * @return empty if all is open; otherwise nothing is
     */
    public synchronized List<Obstacle> go(Request request) {
        List<Obstacle> obstacles = check(request);
        if (!obstacles.isEmpty()) {
            return obstacles;
        }
        try {
            InetAddress address = HostNames.local(request.host()).orElseThrow();
            ServerKey key = ServerKeyReader.read(request.certificate(), request.password());
            return open(request, address, key);
        } catch (IOException e) {
            return List.of(new Obstacle("file-unwritable", "`etc/` can not be written: " + e.getMessage()));
        }
    }

    /**
     * Puts every setting back as it was before.
     *
     * @param by who asks
     * @return why not; empty if it is done
     */
    public synchronized List<Obstacle> back(String by) {
        if (!files.hasBefore()) {
            return List.of(new Obstacle("not-live", "the platform is not live"));
        }
        try {
            undo();
            ledger.event("went-back", Map.of("by", by));
            return List.of();
        } catch (IOException e) {
            return List.of(new Obstacle("file-unwritable", "`etc/` can not be written: " + e.getMessage()));
        }
    }

    private List<Obstacle> open(Request request, InetAddress address, ServerKey key) throws IOException {
        files.keep(Listeners.FILES);
        Map<String, Map<String, String>> settings =
                Listeners.of(request, address.getHostAddress(), keystore(key), "$[secret:" + SECRET + "]");
        for (String file : List.of(Listeners.ACCESS, Listeners.MQTT, Listeners.WEB)) {
            files.set(file, settings.getOrDefault(file, Map.of()));
        }
        for (int port : List.of(request.httpsPort(), request.mqttPort())) {
            if (!answers(address, port, key)) {
                undo();
                return List.of(new Obstacle(
                        "listener-silent",
                        "port `" + port
                                + "` did not answer with the certificate; all is as before, and the log says why"));
            }
        }
        ledger.event("went-live", Map.of("host", request.host(), "by", request.by()));
        files.set(Listeners.SSH, settings.getOrDefault(Listeners.SSH, Map.of()));
        return List.of();
    }

    private boolean answers(InetAddress address, int port, ServerKey key) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Handshake.shows(address, port, key.certificate())) {
            if (System.nanoTime() > until) {
                return false;
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private void undo() throws IOException {
        for (String file : Listeners.FILES) {
            files.restore(file);
        }
        files.forget();
    }

    /** Writes the key for the listeners, under a password of its own that only this folder holds. */
    private String keystore(ServerKey key) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path keystore = etc.resolve("sluice/tls/keystore.p12");
        OwnersFile.write(etc.resolve(SECRET), password);
        OwnersFile.write(keystore, "");
        key.write(keystore, password.toCharArray());
        return keystore.toString();
    }

    private static Optional<ServerKey> key(Request request, List<Obstacle> obstacles) {
        try {
            return Optional.of(ServerKeyReader.read(request.certificate(), request.password()));
        } catch (IOException e) {
            obstacles.add(new Obstacle("certificate-unreadable", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }
}
