package sluice.access.internal.live;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.guard.Admission;
import sluice.guard.Armed;
import sluice.guard.Vendor;

/** What has to be so before anything listens to the world. Each point is looked at, so that an administrator reads all of them at once. */
final class Preconditions {
    static final Duration LEAST_VALIDITY = Duration.ofDays(30);
    private static final int LEAST_RSA_BITS = 2048;

    private final Path etc;
    private final Path data;
    private final Clock clock;
    private final List<Obstacle> obstacles = new ArrayList<>();

    Preconditions(Path etc, Path data, Clock clock) {
        this.etc = etc;
        this.data = data;
        this.clock = clock;
    }

    /** What stands in the way; empty if nothing does. */
    List<Obstacle> of(Request request, Optional<ServerKey> key, @Nullable Armed armed, @Nullable Admission admission) {
        firstPassword();
        guard(armed);
        vendors(admission, request.acceptsDevelopmentKey());
        host(request);
        key.ifPresent(known -> certificate(known, request.host()));
        return List.copyOf(obstacles);
    }

    private void firstPassword() {
        if (Files.exists(data.resolve("first-password"))) {
            add(
                    "first-password",
                    "the first password is still in `data/first-password`; change it, then delete the file");
        }
        try {
            Path digest = data.resolve("first-digest");
            String first = Files.exists(digest) ? Files.readString(digest).strip() : "";
            if (!first.isEmpty()
                    && Files.readString(etc.resolve("users.properties")).contains(first)) {
                add(
                        "first-password",
                        "a user still has the first password; `jaas:user-add operator NEW-PASSWORD` changes it");
            }
        } catch (IOException e) {
            add("first-password", "it can not be read whether the first password was changed");
        }
    }

    private void guard(@Nullable Armed armed) {
        if (armed == null) {
            add("guard-weakened", "the guard is not armed; `sluice:why` says why");
        } else if (!armed.missingLayers().isEmpty()) {
            add(
                    "guard-weakened",
                    "layers of the guard are off: `" + String.join(" ", armed.missingLayers())
                            + "`; start without `SLUICE_GUARD_LAYERS`");
        }
    }

    private void vendors(@Nullable Admission admission, boolean acceptsDevelopmentKey) {
        boolean isAccepted = admission != null && admission.vendors().stream().anyMatch(Vendor::isDevelopment);
        if (isAccepted && !acceptsDevelopmentKey) {
            add(
                    "development-key",
                    "the key that the build made is an accepted vendor, and whoever has the clone has the key; "
                            + "`sluice:vendor-revoke development-key`, or say `--accept-development-key`");
        }
    }

    private void host(Request request) {
        Optional<InetAddress> address = HostNames.local(request.host());
        if (address.isEmpty()) {
            add(
                    "host-not-local",
                    "`" + request.host()
                            + "` is no address of this machine that one can listen on; look at DNS and `ip address`");
            return;
        }
        port(address.get(), request.httpsPort());
        port(address.get(), request.mqttPort());
    }

    private void port(InetAddress address, int port) {
        if (!HostNames.isFree(address, port)) {
            add(
                    "port-taken",
                    "nothing can listen on port `" + port
                            + "`: another program does, or the system forbids it; take another port");
        }
    }

    private void certificate(ServerKey key, String host) {
        X509Certificate certificate = key.certificate();
        Instant now = clock.instant();
        Instant end = certificate.getNotAfter().toInstant();
        if (certificate.getNotBefore().toInstant().isAfter(now) || end.isBefore(now.plus(LEAST_VALIDITY))) {
            add(
                    "certificate-expiry",
                    "the certificate is valid until `" + end + "`; it must be valid now and for 30 days more");
        }
        if (!HostNames.covers(certificate, host)) {
            add(
                    "certificate-host",
                    "the certificate is not for `" + host + "`; its subject alternative names must have it");
        }
        if (!key.isPair()) {
            add("certificate-key", "the key is not the certificate's; put the right one into the file");
        }
        if (!key.isChain()) {
            add("certificate-chain", "each certificate must be followed by its issuer's; put them in this order");
        }
        if (certificate.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            add("certificate-weak", "the RSA key has less than 2048 bits; make a new one");
        }
    }

    private void add(String code, String text) {
        obstacles.add(new Obstacle(code, text));
    }
}
