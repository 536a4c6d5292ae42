package sluice.broker.core.intake;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.flow.Receipt;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Envelope;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Outcome;
import sluice.driver.spi.Driver;

/**
 * The door: bounds what is in flight, has each message {@link Sorting sorted}, and hands the frame to its driver's lane. Safe for several
 * threads.
 */
public final class Door implements Intake {
    private final Platform platform;
    private final Devices devices;
    private final Sorting sorting;
    private final Map<String, DriverLane> lanes = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(MAX_IN_FLIGHT);
    private volatile boolean closed;

    /**
     * An open door without envelopes and drivers.
     *
     * @param platform what lanes work with
     * @param devices the register
     */
    public Door(Platform platform, Devices devices) {
        this.platform = requireNonNull(platform, "platform is null");
        this.devices = requireNonNull(devices, "devices is null");
        this.sorting = new Sorting(devices);
    }

    @Override
    public void accept(Inbound message, Consumer<Outcome> commit) {
        long arrived = platform.ticker().getAsLong();
        try {
            room.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            commit.accept(new Outcome.Unavailable(Reason.STOPPING));
            return;
        }
        Receipt receipt = new Receipt(outcome -> {
            room.release();
            commit.accept(outcome);
        });
        if (closed) {
            receipt.tell(new Outcome.Unavailable(Reason.STOPPING));
            return;
        }
        platform.meters().ofDoor().passed();
        open(message, arrived, receipt);
    }

    @Override
    public void refused(String transport, Reason reason) {
        platform.meters().ofDoor().refused(reason);
    }

    /**
     * An envelope arrived.
     *
     * @param envelope asked from now on
     */
    public void add(Envelope envelope) {
        sorting.add(envelope);
    }

    /**
     * An envelope left.
     *
     * @param envelope asked no more
     */
    public void remove(Envelope envelope) {
        sorting.remove(envelope);
    }

    private DriverLane lane(String driver) {
        DriverLane lane = lanes.computeIfAbsent(driver, name -> new DriverLane(platform, name));
        if (closed) {
            lane.close(); // it may have come after the others were closed
        }
        return lane;
    }

    /**
     * A driver arrived.
     *
     * @param name symbolic name of its bundle
     * @param driver the driver
     */
    public void arrive(String name, Driver driver) {
        lanes.compute(name, (key, lane) -> lane == null || lane.isGivenUp() ? anew(key, lane) : lane)
                .arrive(driver);
    }

    /** A lane in the place of one whose thread does not come back from foreign code. */
    private DriverLane anew(String name, @Nullable DriverLane stuck) {
        if (stuck != null) {
            stuck.close();
            platform.router().close(name);
        }
        return new DriverLane(platform, name);
    }

    /**
     * A driver left.
     *
     * @param name symbolic name of its bundle
     * @param driver the driver
     */
    public void leave(String name, Driver driver) {
        lane(name).leave(driver);
    }

    /** Lets every session know that time passes. */
    public void tick() {
        lanes.forEach((name, lane) -> lane.tick(devices.all().stream()
                .filter(device -> device.driver().equals(name))
                .toList()));
    }

    /** Looks at every lane's present call. */
    public void watch() {
        lanes.values().forEach(DriverLane::watch);
    }

    /**
     * The drivers that are here.
     *
     * @return without order
     */
    public List<BrokerView.Guest> guests() {
        return lanes.values().stream().flatMap(lane -> lane.guest().stream()).toList();
    }

    /**
     * Devices whose settings their driver does not accept.
     *
     * @return device id to the driver's reason
     */
    public Map<String, String> misconfigured() {
        Map<String, String> all = new TreeMap<>();
        lanes.values().forEach(lane -> all.putAll(lane.misconfigured()));
        return all;
    }

    /**
     * Devices whose driver is not here.
     *
     * @return driver to how many devices it has
     */
    public Map<String, Long> devicesWithoutDriver() {
        return devices.all().stream()
                .filter(device -> !device.isNetworkServer())
                .map(DeviceEntry::driver)
                .filter(driver ->
                        !lanes.containsKey(driver) || lanes.get(driver).guest().isEmpty())
                .collect(groupingBy(driver -> driver, TreeMap::new, counting()));
    }

    /** Lets nothing in any more, and ends the lanes. */
    public void close() {
        closed = true;
        lanes.values().forEach(DriverLane::close);
    }

    private void open(Inbound message, long arrived, Receipt receipt) {
        Sorted sorted = sorting.of(message);
        if (sorted instanceof Sorted.To to) {
            lane(to.device().driver())
                    .put(new Message(to.device(), to.frame(), message.durablePath(), arrived, receipt));
        } else if (sorted instanceof Sorted.Joined joined) {
            lane(joined.device().driver()).joined(joined.device());
            refuse(receipt, Reason.NO_DATA);
        } else {
            refuse(receipt, ((Sorted.Nowhere) sorted).reason());
        }
    }

    private void refuse(Receipt receipt, Reason reason) {
        platform.meters().ofDoor().refused(reason);
        receipt.tell(new Outcome.Refused(reason));
    }
}
