package sluice.operator.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.karaf.bundle.core.BundleService;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
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

/**
 * The platform's services as they come and go; fields, since they change. The shell's commands refer to nothing else: a command that
 * waited for the broker could not say why there is none.
 */
@Component(service = Platform.class)
public final class PlatformTracker implements Platform {
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable BrokerView broker;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Ledger ledger;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Devices devices;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable DeviceRegistrar registrar;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable MqttSources sources;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Admission admission;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable PolicyCheck policyCheck;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable StoreKeeper store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable OptOutDesk optOuts;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<Trouble.Source> parts = new CopyOnWriteArrayList<>();

    private final Bundles bundles;

    /**
     * Watches.
     *
     * @param context whose bundles
     * @param service knows why a bundle does not run
     */
    @Activate
    public PlatformTracker(BundleContext context, @Reference BundleService service) {
        bundles = new Bundles(context, service);
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
        return sources;
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
        return parts.stream().map(Trouble.Report::of).toList();
    }

    @Override
    public List<Finding> bundles() {
        return bundles.findings(admission);
    }
}
