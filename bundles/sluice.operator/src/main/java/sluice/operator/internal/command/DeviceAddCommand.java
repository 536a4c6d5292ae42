package sluice.operator.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.devices.DeviceDraft;
import sluice.operator.internal.Platform;

/** {@code sluice:device-add}. */
@Service
@Command(
        scope = "sluice",
        name = "device-add",
        description = "Registers a device; prints the secret of a device that posts over HTTP, this once")
public final class DeviceAddCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "id", description = "the city's name for it: letters, digits, - and .", required = true)
    private String id;

    @Argument(index = 1, name = "driver", description = "for example sluice.driver.smartbin", required = true)
    @Completion(DriverCompleter.class)
    private String driver;

    @Argument(
            index = 2,
            name = "address",
            description = "deveui:0101010101010101, mqtt:TOPIC or http:ID; one or more",
            required = true,
            multiValued = true)
    private List<String> addresses;

    @Option(
            name = "--source",
            description = "network server that speaks for its deveui: address; needed where there are several")
    private @Nullable String source;

    @Option(name = "--lat", description = "degrees north, with --lon")
    private @Nullable Double latitude;

    @Option(name = "--lon", description = "degrees east, with --lat")
    private @Nullable Double longitude;

    @Option(name = "--zone", description = "part of the city")
    private @Nullable String zone;

    @Option(name = "--owner", description = "who owns it")
    private @Nullable String owner;

    @Option(name = "--custody", description = "who sees its raw data before the gate, where and how long")
    private @Nullable String custody;

    @Option(name = "--serves", description = "household: every field may say something about a person")
    private @Nullable String serves;

    @Option(name = "--raise", description = "least label of every field, for example INDIRECT")
    private @Nullable String raise;

    @Option(name = "--simulated", description = "nothing real stands behind it: its records may be shown")
    private boolean isSimulated;

    @Option(name = "--config", description = "a driver's setting as NAME=VALUE; may be repeated", multiValued = true)
    private @Nullable List<String> settings;

    @Override
    public @Nullable Object execute() throws CommandException {
        Answers.print(Parts.require(platform.registrar(), "device registry").add(draft()), "secret");
        return null;
    }

    private DeviceDraft draft() throws CommandException {
        DeviceDraft draft = DeviceDraft.of(id, driver);
        for (String address : addresses) {
            Flag.refuseOption(address);
            draft = draft.address(address);
        }
        draft = source == null ? draft : draft.source(source);
        draft = zone == null ? draft : draft.zone(zone);
        draft = owner == null ? draft : draft.owner(owner);
        draft = custody == null ? draft : draft.custody(custody);
        draft = serves == null ? draft : draft.serves(serves);
        draft = raise == null ? draft : draft.raise(raise);
        draft = isSimulated ? draft.simulated() : draft;
        return configured(placed(draft));
    }

    private DeviceDraft placed(DeviceDraft draft) throws CommandException {
        if (latitude == null && longitude == null) {
            return draft;
        }
        if (latitude == null || longitude == null) {
            throw new CommandException("a place takes both `--lat` and `--lon`");
        }
        return draft.place(latitude, longitude);
    }

    private DeviceDraft configured(DeviceDraft draft) throws CommandException {
        DeviceDraft configured = draft;
        for (String text : settings == null ? List.<String>of() : settings) {
            Setting setting = Setting.parse(text);
            configured = configured.config(setting.name(), setting.value());
        }
        return configured;
    }
}
