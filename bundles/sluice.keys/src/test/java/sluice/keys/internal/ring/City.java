package sluice.keys.internal.ring;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.port.Keys;
import sluice.keys.internal.vault.Contents;
import sluice.keys.internal.vault.FailingDisk;
import sluice.keys.internal.vault.KeystoreSettings;
import sluice.keys.internal.vault.Secret;
import sluice.keys.internal.vault.Vault;
import sluice.keys.internal.vault.VaultSettings;

/** A ring of keys on a folder, with a clock that goes where the test wants it, and a ledger that is a list. */
public final class City {
    public static final Duration GRACE = Duration.ofMinutes(5);
    public static final Instant NOON = Instant.parse("2026-11-25T17:00:00Z");
    public static final EpochRule DAYS = new EpochRule(Duration.ofDays(1), ZoneId.of("America/Toronto"));
    public static final Keys.Name PLANNING = new Keys.Name("sluice.app.planning", "pseudonym city traffic.plate", DAYS);
    public static final Keys.Name PARKING = new Keys.Name("sluice.app.parking", "pseudonym city traffic.plate", DAYS);

    public final FailingDisk disk = new FailingDisk();
    public final List<Contents.Notice> ledger = new ArrayList<>();
    private final Path folder;
    private Instant now = NOON;
    private long nanos;
    private KeyRing ring;

    public City(Path folder) throws IOException {
        this.folder = folder;
        this.ring = open(0);
    }

    public VaultSettings settings() {
        return new VaultSettings(
                folder.resolve("keys"),
                folder.resolve("keys/never-back-up"),
                new Secret(folder.resolve("etc/secret"), false),
                KeystoreSettings.STANDARD,
                disk);
    }

    private KeyRing open(long known) throws IOException {
        return new KeyRing(Vault.open(settings(), known, now), new RingSettings(GRACE, () -> now, () -> nanos));
    }

    public KeyRing ring() {
        return ring;
    }

    /** The clock goes on, and so does the process. */
    public void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** The clock is set; for the process no time passes. */
    public void setClock(Instant instant) {
        now = instant;
    }

    public Instant now() {
        return now;
    }

    public void tick() {
        List<Contents.Notice> notices = ring.tick();
        ledger.addAll(notices);
        ring.told(notices);
    }

    public void stop() throws IOException {
        ring.close();
    }

    public void start() throws IOException {
        start(0);
    }

    public void start(long known) throws IOException {
        ring = open(known);
        tick();
    }

    public void restart() throws IOException {
        stop();
        start();
    }

    public Keys.Answer at(Keys.Name name, Instant instant) {
        return ring.series(name).at(instant);
    }

    /** What is derived from the present key: the same as long as the key is. */
    public String fingerprint(Keys.Name name) {
        return fingerprint(at(name, now));
    }

    public static String fingerprint(Keys.Answer answer) {
        return HexFormat.of().formatHex(requireNonNull(((Keys.EpochKey) answer).derive("test")));
    }

    public long count(String event) {
        return ledger.stream().filter(notice -> notice.event().equals(event)).count();
    }

    /** All files below a folder, into another one. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(requireNonNull(target.getParent()));
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    public Path folder() {
        return folder;
    }
}
