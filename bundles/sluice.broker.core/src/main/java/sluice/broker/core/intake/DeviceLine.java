package sluice.broker.core.intake;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import sluice.broker.core.flow.DeviceTrack;
import sluice.broker.core.flow.IdKeys;
import sluice.broker.core.flow.Meter;
import sluice.broker.core.flow.ReadingId;
import sluice.broker.core.flow.Receipt;
import sluice.broker.core.flow.SlotReading;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Outcome;

/** Puts the readings of one device on the line, each once and in order. Outlives its driver's updates; belongs to the lane's thread. */
final class DeviceLine {
    private final Platform platform;
    private final DeviceEntry device;
    private final IdKeys.PerThread ids;
    private final DeviceTrack track;

    DeviceLine(Platform platform, DeviceEntry device, IdKeys.PerThread ids) {
        this(
                platform,
                device,
                ids,
                new DeviceTrack(platform.ledger().opening().sequences().getOrDefault(device.id(), -1L)));
    }

    private DeviceLine(Platform platform, DeviceEntry device, IdKeys.PerThread ids, DeviceTrack track) {
        this.platform = requireNonNull(platform, "platform is null");
        this.device = requireNonNull(device, "device is null");
        this.ids = requireNonNull(ids, "ids is null");
        this.track = track;
    }

    /** The same line for a changed entry: what the device said last is not forgotten. */
    DeviceLine with(DeviceEntry changed) {
        return changed.equals(device) ? this : new DeviceLine(platform, changed, ids, track);
    }

    /**
     * Puts the readings of one message on the line and settles its receipt.
     *
     * @param extracts what the driver found, in order
     * @param payload the message, for the readings' ids
     * @param arrivedNanos when it stood at the door
     * @param receipt tells the transport
     */
    void put(List<Extract> extracts, byte[] payload, long arrivedNanos, Receipt receipt) {
        Outcome worst = Outcome.COMMITTED;
        boolean committed = extracts.isEmpty();
        for (int i = 0; i < extracts.size() && worst.acknowledges(); i++) {
            Outcome outcome = put(extracts.get(i), new Origin(payload, i, arrivedNanos), receipt);
            committed |= outcome instanceof Outcome.Committed;
            worst = outcome instanceof Outcome.Committed ? worst : outcome;
        }
        if (committed && worst.acknowledges()) {
            receipt.settle();
        } else {
            receipt.tell(worst);
        }
    }

    /** The device joined its network again: its numbers start anew. */
    void reset() {
        track.reset();
    }

    /** Where an extract stood. */
    private record Origin(byte[] payload, int index, long arrivedNanos) {}

    private Outcome put(Extract extract, Origin origin, Receipt receipt) {
        if (extract instanceof Extract.Nothing nothing) {
            platform.meters().ofDoor().refused(nothing.reason());
            return new Outcome.Refused(nothing.reason());
        }
        Extract.Values values = (Extract.Values) extract;
        ReadingId id = ids.of(values.route().stream().label())
                .of(device.id(), values.sequence(), values.observedAt(), origin.payload, origin.index);
        Reason repeated = track.refuse(id, values.sequence(), values.observedAt());
        if (repeated != null) {
            values.route().meter().refused(repeated);
            return new Outcome.Refused(repeated);
        }
        return put(values, id, origin, receipt);
    }

    private Outcome put(Extract.Values values, ReadingId id, Origin origin, Receipt receipt) {
        SlotReading reading = new SlotReading(
                device.id(), id, values.values(), values.observedAt(), device.simulated(), origin.arrivedNanos);
        Outcome outcome = platform.flow().flow(reading, values.channel(), values.route(), receipt);
        if (outcome instanceof Outcome.Committed) {
            note(values, id);
        }
        return outcome;
    }

    private void note(Extract.Values values, ReadingId id) {
        DeviceTrack.Step step = track.note(id, values.sequence(), values.observedAt());
        Meter meter = values.route().meter();
        meter.mark("missing", step.missing());
        meter.mark("counter-reset", step.countsAnew() ? 1 : 0);
        meter.mark("overtaken", step.overtaken() ? 1 : 0);
        if (values.sequence() >= 0 && !step.overtaken()) {
            platform.ledger().sequence(device.id(), values.sequence());
        }
        if (step.sinceRestart() && step.missing() > 0) {
            reportGap(values, step);
        }
    }

    private void reportGap(Extract.Values values, DeviceTrack.Step step) {
        platform.ledger()
                .event(
                        "sequence-gap",
                        Map.of(
                                "device", device.id(),
                                "stream", values.route().stream().name(),
                                "missing", Long.toString(step.missing()),
                                "next", Long.toString(values.sequence())));
    }
}
