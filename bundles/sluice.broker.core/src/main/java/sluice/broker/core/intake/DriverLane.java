package sluice.broker.core.intake;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.flow.IdKeys;
import sluice.broker.core.flow.Receipt;
import sluice.broker.core.guest.CallWatch;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Outcome;
import sluice.driver.spi.Driver;

/**
 * The one thread of one driver: all its sessions are called here, in the order in which messages came. Messages wait while the driver is
 * being updated; a driver that stays away, stalls or throws has its messages refused and counted, and holds up nobody else's.
 */
public final class DriverLane {
    /** As many readings may stand in one frame; more are dropped. */
    static final int MAX_READINGS = 64;

    /** How long messages wait for a driver that is away. */
    public static final Duration GRACE = Duration.ofSeconds(10);

    /** After which time a call makes its driver stalled. */
    public static final Duration STALLED = Duration.ofMillis(200);

    /** After which time a call is interrupted and its message refused. */
    public static final Duration GIVE_UP = Duration.ofSeconds(2);

    private final Platform platform;
    private final String name;
    private final DriverCalls calls;
    private final Seat seat = new Seat();
    private final LaneQueue tasks = new LaneQueue(this::handle, this::refuse);
    private final Map<String, String> misconfigured = new ConcurrentHashMap<>();
    private final Map<String, DeviceLine> lines = new HashMap<>();
    private final IdKeys.PerThread ids;
    private @Nullable HostedDriver hosted;
    private volatile @Nullable Message current;
    private volatile int sessions;
    private volatile boolean closed;

    DriverLane(Platform platform, String name) {
        this.platform = requireNonNull(platform, "platform is null");
        this.name = requireNonNull(name, "name is null");
        this.calls = new DriverCalls(new CallWatch(STALLED, GIVE_UP, platform.ticker()));
        this.ids = platform.keys().forThread();
        platform.threads().newThread(() -> tasks.work(() -> closed, this::run)).start();
    }

    void arrive(Driver driver) {
        seat.arrive(driver);
        tasks.add(this::adopt);
    }

    void leave(Driver driver) {
        seat.leave(driver);
        tasks.add(this::adopt);
    }

    void put(Message message) {
        if (calls.isGivenUp()) {
            refuse(message.receipt(), Reason.DRIVER_STALLED);
        } else {
            tasks.put(message);
        }
    }

    void joined(DeviceEntry device) {
        tasks.add(() -> line(device).reset());
    }

    void tick(List<DeviceEntry> devices) {
        tasks.add(() -> devices.forEach(this::tick));
    }

    /** Looks at the present call; called by the platform's watchman every few milliseconds. */
    void watch() {
        Message late = current;
        if (late != null && calls.isGivenUp()) {
            refuse(late.receipt(), Reason.DRIVER_STALLED);
            tasks.refuseMessages();
        }
    }

    boolean isGivenUp() {
        return calls.isGivenUp();
    }

    void close() {
        closed = true;
        seat.close();
        tasks.add(this::adopt);
    }

    /** The lane as the operator sees it; empty while no driver is here. */
    Optional<BrokerView.Guest> guest() {
        return seat.now().map(here -> new BrokerView.Guest(name, "driver", calls.status(), sessions, calls.noted()));
    }

    /** Devices whose settings the driver does not accept, with the reason. */
    Map<String, String> misconfigured() {
        return Map.copyOf(misconfigured);
    }

    /** A defect of one task must not end the lane of all. */
    private void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException defect) {
            calls.failed(defect);
        }
    }

    private void handle(Message message) {
        if (closed) {
            message.receipt().tell(new Outcome.Unavailable(Reason.STOPPING));
            return;
        }
        if (!isPresent()) {
            absent(message.receipt());
            return;
        }
        current = message;
        read(message);
        current = null;
    }

    /** INVARIANT: what was not committed because the platform stops is not acknowledged, and comes again. */
    private void absent(Receipt receipt) {
        if (closed) {
            receipt.tell(new Outcome.Unavailable(Reason.STOPPING));
        } else {
            refuse(receipt, Reason.NO_DRIVER);
        }
    }

    private boolean isPresent() {
        try {
            if (seat.within(GRACE).isEmpty()) {
                return false;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
        adopt();
        return hosted != null;
    }

    private void read(Message message) {
        DeviceEntry device = message.device();
        HostedDriver driver = requireNonNull(hosted);
        Found found = calls.call(() -> driver.read(device, message.frame(), message.durablePath()));
        sessions = driver.sessionCount();
        found.problem()
                .ifPresentOrElse(why -> misconfigured.put(device.id(), why), () -> misconfigured.remove(device.id()));
        found.reason()
                .ifPresentOrElse(
                        reason -> refuse(message.receipt(), reason),
                        () -> line(device)
                                .put(
                                        found.extracts(),
                                        message.frame().payload(),
                                        message.arrivedNanos(),
                                        message.receipt()));
    }

    private void tick(DeviceEntry device) {
        HostedDriver driver = hosted;
        if (driver != null && !closed) {
            Found found = calls.call(() -> Found.of(driver.tick(device)));
            if (!found.extracts().isEmpty()) {
                line(device)
                        .put(found.extracts(), new byte[0], platform.ticker().getAsLong(), new Receipt(outcome -> {}));
            }
        }
    }

    /** Takes in a driver that arrived, or lets go of one that left; nothing of it is held afterwards. */
    private void adopt() {
        Driver here = seat.now().orElse(null);
        if (hosted != null && !hosted.isFor(here)) {
            hosted = null;
            sessions = 0;
            misconfigured.clear();
            platform.router().close(name);
        }
        if (here != null && hosted == null) {
            calls.forgive();
            calls.call(() -> {
                hosted = new HostedDriver(platform, name, here, calls.notes());
                return Found.of(List.of());
            });
        }
        if (hosted == null) {
            platform.router().close(name);
        }
    }

    private DeviceLine line(DeviceEntry device) {
        return lines.compute(
                device.id(), (id, line) -> line == null ? new DeviceLine(platform, device, ids) : line.with(device));
    }

    private void refuse(Receipt receipt, Reason reason) {
        if (receipt.tell(new Outcome.Refused(reason))) {
            platform.meters().ofDoor().refused(reason);
        }
    }
}
