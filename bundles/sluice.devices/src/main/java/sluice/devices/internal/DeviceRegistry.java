package sluice.devices.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.MqttSource;
import sluice.broker.core.port.Subscription;
import sluice.broker.core.port.Trouble;
import sluice.yaml.FolderWatch;
import sluice.yaml.Folders;
import sluice.yaml.Problem;
import sluice.yaml.Snapshot;
import sluice.yaml.YamlCode;

/** Keeps the register that the files say, hot. It is a service under its own name too, for this bundle's other components. */
@Component(
        name = "sluice.devices",
        service = {Devices.class, Trouble.Source.class, DeviceRegistry.class},
        immediate = true)
@Designate(ocd = DevicesConfig.class)
public final class DeviceRegistry implements Devices, Trouble.Source {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceRegistry.class);
    private static final long LEAST_POLL = 10;
    private static final long MOST_POLL = 60_000;

    private final List<Runnable> whenDevicesChange = new CopyOnWriteArrayList<>();
    private final List<Runnable> whenSourcesChange = new CopyOnWriteArrayList<>();
    private final RegisterLoader loader = new RegisterLoader();
    private final Path folder;
    private final FolderWatch watch;
    private volatile Register register = Register.EMPTY;
    private volatile List<Trouble> troubles = List.of();

    @Activate
    public DeviceRegistry(DevicesConfig config) {
        this(
                Folders.resolve(config.folder()),
                Duration.ofMillis(Math.max(LEAST_POLL, Math.min(MOST_POLL, config.poll_millis()))));
    }

    DeviceRegistry(Path folder, Duration interval) {
        this.folder = folder;
        this.watch = FolderWatch.open(
                new FolderWatch.Settings("sluice-devices-watch", folder, FileEntries.FOLDERS, interval), this::load);
    }

    @Deactivate
    public void close() {
        watch.close();
    }

    @Override
    public Optional<DeviceEntry> byAddress(String address) {
        return Optional.ofNullable(register.byAddress().get(address));
    }

    @Override
    public Collection<DeviceEntry> all() {
        return register.devices();
    }

    @Override
    public Subscription onChange(Runnable changed) {
        return listen(whenDevicesChange, changed);
    }

    @Override
    public String part() {
        return "devices";
    }

    @Override
    public List<Trouble> troubles() {
        return troubles;
    }

    List<MqttSource> sources() {
        return register.sources();
    }

    Subscription onSourcesChange(Runnable changed) {
        return listen(whenSourcesChange, changed);
    }

    Path folder() {
        return folder;
    }

    void lookNow() {
        watch.lookNow();
    }

    private static Subscription listen(List<Runnable> listeners, Runnable changed) {
        Runnable own = changed::run; // one of its own, so that it can be told from an equal one
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private void load(Snapshot snapshot) {
        RegisterLoader.Result result = loader.load(snapshot);
        Register before = register;
        register = result.register();
        troubles = result.problems().stream().map(DeviceRegistry::trouble).toList();
        if (!before.devices().equals(register.devices())) {
            LOG.info("{} devices registered", register.devices().size());
            tell(whenDevicesChange);
        }
        if (!before.sources().equals(register.sources())) {
            LOG.info("{} accounts registered", register.sources().size());
            tell(whenSourcesChange);
        }
        if (!troubles.isEmpty()) {
            LOG.warn("device files have {} problems, see sluice:why", troubles.size());
        }
    }

    private static void tell(List<Runnable> listeners) {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException failed) {
                LOG.error("a part of the platform failed on a change of the device register", failed);
            }
        }
    }

    private static Trouble trouble(Problem problem) {
        String file = problem.at().file();
        if (problem.code().equals(YamlCode.FOLDER_UNREADABLE)) {
            return new Trouble(problem.code(), "folder `" + file + "`", problem.text());
        }
        String kind = file.startsWith(FileEntries.SOURCES + "/") ? "source " : "device file ";
        return new Trouble(problem.code(), kind + problem.at(), problem.text());
    }
}
