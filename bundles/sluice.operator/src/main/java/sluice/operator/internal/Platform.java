package sluice.operator.internal;

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

/** What is here now of the platform. Each part may come and go between two calls; null means that it does not run. */
public interface Platform {
    /** The broker's view of itself. */
    @Nullable
    BrokerView broker();

    /** The ledger. */
    @Nullable
    Ledger ledger();

    /** The register of devices, to be read. */
    @Nullable
    Devices devices();

    /** The register of devices, to be changed. */
    @Nullable
    DeviceRegistrar registrar();

    /** The accounts of the MQTT server. */
    @Nullable
    MqttSources sources();

    /** Whom the guard lets in. */
    @Nullable
    Admission admission();

    /** Where opt-outs are put down. */
    @Nullable
    OptOutDesk optOuts();

    /** What rehearses policy files. */
    @Nullable
    PolicyCheck policyCheck();

    /** The store, to be looked after. */
    @Nullable
    StoreKeeper store();

    /** What every part says of itself; one for each {@code Trouble.Source}. */
    List<Trouble.Report> reports();

    /** Bundles that do not run, and why. */
    List<Finding> bundles();
}
