package sluice.access.internal.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;
import sluice.access.internal.live.GoLive;
import sluice.access.internal.live.Obstacle;
import sluice.access.internal.live.Request;

/** {@code sluice:go-live}. */
@Service
@Command(
        scope = "sluice",
        name = "go-live",
        description = "Opens console, webhooks, MQTT and SSH to the network, with TLS, once every check has passed")
public final class GoLiveCommand implements Action {
    @Reference
    GoLive live;

    @Option(name = "--dry-run", description = "checks, and opens nothing")
    boolean isDryRun;

    @Option(name = "--accept-development-key", description = "lets guests of the key that the build made go on")
    boolean acceptsDevelopmentKey;

    @Option(name = "--password-file", description = "file with the password of a PKCS#12 file")
    String passwordFile = "";

    @Option(name = "--https-port", description = "port for console and webhooks")
    int httpsPort = 8443;

    @Option(name = "--mqtt-port", description = "port for MQTT with TLS")
    int mqttPort = 8883;

    @Argument(index = 0, name = "host", description = "name under which the platform is reached", required = true)
    String host = "";

    @Argument(
            index = 1,
            name = "certificate",
            description = "PEM file with the certificates and the key, or PKCS#12",
            required = true)
    @Completion(FileCompleter.class)
    String certificate = "";

    @Override
    public @Nullable Object execute() throws CommandException {
        Request request = new Request(
                host, Path.of(certificate), password(), httpsPort, mqttPort, acceptsDevelopmentKey, Person.atShell());
        List<Obstacle> obstacles = isDryRun ? live.check(request) : live.go(request);
        Obstacles.fail(obstacles, "nothing was opened");
        System.out.print(isDryRun ? "nothing stands in the way; nothing was opened, as you asked\n" : opened());
        return null;
    }

    private String opened() {
        return """
                live:
                  https://%1$s:%2$d/system/console and /ingest/, for TLS 1.2 and 1.3 only; there is no plain HTTP any more
                  mqtts://%1$s:%3$d, for accounts of `sluice:source-list`; plain MQTT stays on 127.0.0.1
                  ssh on %1$s, in a second; this session may end
                `sluice:go-back` closes them again. It is in the ledger as `went-live`.
                """.formatted(host, httpsPort, mqttPort);
    }

    private String password() throws CommandException {
        try {
            return passwordFile.isEmpty()
                    ? ""
                    : Files.readString(Path.of(passwordFile)).strip();
        } catch (IOException e) {
            throw new CommandException("`" + passwordFile + "` can not be read");
        }
    }
}
