package sluice.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Locale;

/** The city's files for {@code etc/sluice/}: a registry file for each device, and an account for each network server. */
final class Overlay {
    private final City city;
    private final Credentials credentials;

    Overlay(City city, Credentials credentials) {
        this.city = city;
        this.credentials = credentials;
    }

    /**
     * Writes {@code devices/} and {@code sources/} below a folder.
     *
     * @param folder becomes {@code etc/sluice/}, or is it
     */
    void write(Path folder, SecureRandom random) throws IOException, GeneralSecurityException {
        Path devices = Files.createDirectories(folder.resolve("devices"));
        for (Bin bin : city.bins()) {
            PrivateFile.write(devices.resolve(bin.id() + ".yaml"), device(bin));
        }
        for (Camera camera : city.cameras()) {
            PrivateFile.write(devices.resolve(camera.id() + ".yaml"), device(camera));
        }
        Path sources = Files.createDirectories(folder.resolve("sources"));
        for (Bin.Network network : Bin.Network.values()) {
            PrivateFile.write(sources.resolve(network.account() + ".yaml"), source(network, random));
        }
    }

    private static String device(Bin bin) {
        return """
                device: %s
                driver: sluice.driver.smartbin
                address: deveui:%s
                source: %s
                %s\
                config: {model: %s, sensorToFloorMm: %d, sensorToFullMm: %d}
                """.formatted(
                        bin.id(),
                        bin.devEui(),
                        bin.network().account(),
                        common(bin.site(), "waste services"),
                        bin.network() == Bin.Network.TTN ? "LDDS75" : "EM400-MUD",
                        bin.floorMm(),
                        Bin.FULL_MM);
    }

    private String device(Camera camera) throws GeneralSecurityException {
        return """
                device: %s
                driver: sluice.driver.alpr
                address: http:%s
                %s\
                secretSha256: "%s"
                config: {segment: %s}
                """.formatted(
                        camera.id(),
                        camera.id(),
                        common(camera.site(), "traffic services"),
                        Digests.sha256(credentials.of(camera.id())),
                        camera.segment());
    }

    private static String common(Site site, String owner) {
        return String.format(
                Locale.ROOT,
                "place: {lat: %.6f, lon: %.6f}%nzone: %s%nowner: %s%ncustody: \"nobody before the gate; this device is simulated\"%nsimulated: true%n",
                site.latitude(),
                site.longitude(),
                site.zone(),
                owner);
    }

    // A bin says nothing about anybody, so its messages may wait on disk while the platform is away.
    private String source(Bin.Network network, SecureRandom random) throws GeneralSecurityException {
        return """
                account: %1$s
                password: "%2$s"
                prefix: %1$s/
                durable: true
                networkServer: true
                """.formatted(network.account(), Digests.pbkdf2(credentials.of(network.account()), random));
    }
}
