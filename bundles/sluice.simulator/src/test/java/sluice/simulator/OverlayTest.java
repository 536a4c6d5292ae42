package sluice.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void the_city_has_a_file_for_each_device_and_account() throws IOException {
        city();
        assertThat(Files.list(folder.resolve("devices"))).hasSize(43);
        assertThat(Files.list(folder.resolve("sources"))).hasSize(2);
        assertThat(folder.resolve("devices/bin-002.yaml"))
                .content()
                .contains(
                        "driver: sluice.driver.smartbin\n",
                        "address: deveui:02c0ffee01000002\n",
                        "source: chirpstack\n",
                        "simulated: true\n",
                        "model: EM400-MUD");
        assertThat(folder.resolve("devices/cam-01.yaml"))
                .content()
                .contains("address: http:cam-01\n", "config: {segment: mill-street-east}");
    }

    @Test
    void secrets_are_fresh_kept_apart_and_never_printed() throws IOException {
        city();
        Credentials first = Credentials.read(folder.resolve("secrets"));
        city();
        Credentials second = Credentials.read(folder.resolve("secrets"));
        assertThat(second.of("ttn")).isNotEqualTo(first.of("ttn"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rw-------");
        assertThat(said.toString(StandardCharsets.UTF_8) + second)
                .doesNotContain(second.of("ttn"), second.of("cam-01"));
    }

    @Test
    void the_files_hold_digests_that_fit_the_secrets() throws Exception {
        city();
        Credentials credentials = Credentials.read(folder.resolve("secrets"));
        String source = Files.readString(folder.resolve("sources/ttn.yaml"));
        String[] parts =
                source.replaceAll("(?s).*password: \"([^\"]*)\".*", "$1").split(":", -1);
        PBEKeySpec key = new PBEKeySpec(
                credentials.of("ttn").toCharArray(),
                Base64.getDecoder().decode(parts[2]),
                Integer.parseInt(parts[1]),
                256);
        byte[] expected = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(key)
                .getEncoded();
        assertThat(Base64.getDecoder().decode(parts[3])).isEqualTo(expected);
        assertThat(folder.resolve("devices/cam-03.yaml")).content().contains(Digests.sha256(credentials.of("cam-03")));
    }

    private void city() {
        int status = Simulator.run(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                "city",
                "--out",
                folder.toString(),
                "--credentials",
                folder.resolve("secrets").toString());
        assertThat(status).isZero();
    }
}
