package sluice.itests.inside;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.mavenBundle;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;
import static org.ops4j.pax.exam.CoreOptions.when;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.options.extra.VMOption;
import sluice.itests.outside.Ports;

/** How Pax Exam starts the distribution: as {@code bin/karaf} does, with ports and city files of the tests' own. */
final class Container {
    static final String MQTT_PORT = "sluice.itests.mqtt";
    static final String HTTP_PORT = "sluice.itests.http";

    private static final String KARAF = "4.4.10";
    private static final Path CITY = Path.of("src/test/resources/inside");

    /** As in {@code bin/karaf}; paths are below the instance's folder, in which the server is started. */
    private static final List<String> MODULES = List.of(
            "--add-reads=java.xml=java.logging",
            "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
            "--patch-module=java.base=lib/endorsed/org.apache.karaf.specs.locator-" + KARAF + ".jar",
            "--patch-module=java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + KARAF + ".jar",
            // A laboratory: tests inside the container are guests by nature, and what they are about is the line.
            "-javaagent:lib/guard/sluice.guard.agent.jar=layers=none",
            "-Xmx512m",
            "-XX:+UseSerialGC");

    private Container() {}

    /** Everything that a test class gives back from its configuration method. */
    static Option[] options() {
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(archive().toUri().toString())
                    .karafVersion(KARAF)
                    .name("Sluice")
                    .unpackDirectory(Path.of("target/exam").toFile())
                    .useDeployFolder(false),
            // For a look at its log and its files: -Dexam.keep=true
            when(Boolean.getBoolean("exam.keep")).useOptions(keepRuntimeFolder()),
            configureConsole().ignoreLocalConsole(),
            doNotModifyLogConfiguration(),
            composite(MODULES.stream().map(VMOption::new).toArray(Option[]::new)),
            composite(ports()),
            composite(cityFiles()),
            // The feature `exam` and the bundle below are not in the distribution's own system/.
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.localRepository",
                    Objects.requireNonNull(System.getProperty("org.ops4j.pax.url.mvn.localRepository"))),
            mavenBundle("org.eclipse.paho", "org.eclipse.paho.client.mqttv3", "1.2.5")
        };
    }

    private static Option[] ports() {
        Ports ports = Ports.free();
        String mqtt = Integer.toString(ports.mqtt());
        String http = Integer.toString(ports.http());
        return new Option[] {
            editConfigurationFilePut("etc/sluice.mqtt.server.cfg", "port", mqtt),
            editConfigurationFilePut("etc/org.ops4j.pax.web.cfg", "org.osgi.service.http.port", http),
            editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", Integer.toString(ports.ssh())),
            systemProperty(MQTT_PORT).value(mqtt),
            systemProperty(HTTP_PORT).value(http)
        };
    }

    private static Option[] cityFiles() {
        try (Stream<Path> files = Files.walk(CITY)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> replaceConfigurationFile(CITY.relativize(file).toString(), file.toFile()))
                    .toArray(Option[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive that the build made, unless another is named. */
    private static Path archive() {
        String named = System.getProperty("sluice.distribution.archive");
        return named == null ? built() : Path.of(named);
    }

    private static Path built() {
        Path folder = Path.of("../karaf-distribution/target").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no archive in `" + folder + "`: build it first"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
