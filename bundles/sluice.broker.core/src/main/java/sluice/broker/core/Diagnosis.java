package sluice.broker.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sluice.broker.core.Roles.Role;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.intake.Door;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.Trouble;
import sluice.broker.core.recipient.Recipient;

/** Finds what does not run, and its root cause. */
final class Diagnosis {
    private final Platform platform;
    private final Door door;
    private final Map<String, Recipient> recipients;
    private final Roles roles;
    private final List<Trouble> troubles = new ArrayList<>();

    Diagnosis(Platform platform, Door door, Map<String, Recipient> recipients, Roles roles) {
        this.platform = platform;
        this.door = door;
        this.recipients = recipients;
        this.roles = roles;
    }

    List<Trouble> troubles() {
        platform.router().rulings().forEach(this::unbound);
        guests();
        roles.refused().forEach(this::twofold);
        door.misconfigured()
                .forEach((device, why) ->
                        add(Reason.MISCONFIGURED, "device `" + device + "`", "its driver says: " + why));
        door.devicesWithoutDriver()
                .forEach((driver, count) -> add(
                        Reason.NO_DRIVER,
                        count + (count == 1 ? " device" : " devices") + " of driver `" + driver + "`",
                        "no such driver is here; deploy its bundle, or mend `driver` in the device file"));
        return List.copyOf(troubles);
    }

    private void unbound(FlowKey flow, Ruling ruling) {
        if (ruling instanceof Ruling.Denied denied) {
            add(
                    denied.reason(),
                    "application `" + flow.recipient() + "` on stream `" + flow.stream() + "`",
                    denied.why());
        }
    }

    private void guests() {
        List<BrokerView.Guest> guests = new ArrayList<>(door.guests());
        recipients.values().forEach(recipient -> recipient.guest().ifPresent(guests::add));
        for (BrokerView.Guest guest : guests) {
            if (guest.status().equals(BrokerView.Guest.WAITING)) {
                String why = "it needs its state, and the store can not be read or written; nothing of its is lost";
                troubles.add(new Trouble(Store.DOWN, "application `" + guest.name() + "`", why));
            } else if (!guest.status().equals("running")) {
                Reason reason = guest.kind().equals("driver") ? Reason.DRIVER_FAILED : Reason.RECIPIENT_FAILED;
                add(reason, guest.kind() + " `" + guest.name() + "`", guest.status());
            }
        }
    }

    private void twofold(String name, Role wanted) {
        boolean isDriver = wanted == Role.DRIVER;
        add(
                isDriver ? Reason.DRIVER_FAILED : Reason.RECIPIENT_FAILED,
                (isDriver ? "driver `" : "application `") + name + "`",
                "its bundle is " + (isDriver ? "an application" : "a driver")
                        + " already, and a bundle is one or the other: ship two bundles");
    }

    private void add(Reason reason, String what, String why) {
        troubles.add(new Trouble(reason.code(), what, why));
    }
}
