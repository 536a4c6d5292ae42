package sluice.operator.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.MqttSources;
import sluice.broker.core.port.Trouble;
import sluice.conditions.OptOutDesk;
import sluice.devices.DeviceRegistrar;
import sluice.guard.Admission;
import sluice.policy.check.PolicyCheck;
import sluice.store.StoreKeeper;

/** A platform of which a test says what is there. */
public final class FakePlatform implements Platform {
    public @Nullable BrokerView broker;
    public @Nullable Ledger ledger;
    public @Nullable Devices devices;
    public @Nullable DeviceRegistrar registrar;
    public @Nullable Admission admission;
    public @Nullable PolicyCheck policyCheck;
    public @Nullable StoreKeeper store;
    public @Nullable OptOutDesk optOuts;
    public final List<Trouble.Report> reports = new ArrayList<>();
    public final List<Finding> bundles = new ArrayList<>();

    /** Everything that must be there is, and is well. */
    public static FakePlatform healthy() {
        FakePlatform platform = new FakePlatform();
        platform.broker = FakeBroker.city();
        platform.ledger = new FakeLedger(new Ledger.Verification(true, 0, -1, ""));
        platform.devices = new FakeDevices();
        return platform.says("guard").says("policy").says("mqtt").says("keys").says("store");
    }

    /** A part says something of itself. */
    public FakePlatform says(String part, Trouble... troubles) {
        reports.add(new Trouble.Report(part, List.of(troubles)));
        return this;
    }

    @Override
    public @Nullable BrokerView broker() {
        return broker;
    }

    @Override
    public @Nullable Ledger ledger() {
        return ledger;
    }

    @Override
    public @Nullable Devices devices() {
        return devices;
    }

    @Override
    public @Nullable DeviceRegistrar registrar() {
        return registrar;
    }

    @Override
    public @Nullable MqttSources sources() {
        return null;
    }

    @Override
    public @Nullable Admission admission() {
        return admission;
    }

    @Override
    public @Nullable OptOutDesk optOuts() {
        return optOuts;
    }

    @Override
    public @Nullable PolicyCheck policyCheck() {
        return policyCheck;
    }

    @Override
    public @Nullable StoreKeeper store() {
        return store;
    }

    @Override
    public List<Trouble.Report> reports() {
        return reports;
    }

    @Override
    public List<Finding> bundles() {
        return bundles;
    }
}
