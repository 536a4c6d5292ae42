package sluice.metrics.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import sluice.access.AccessCounts;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.Trouble;
import sluice.guard.Admission;
import sluice.guard.Armed;

/** The platform's services as they come and go. The only class here that they are injected into; fields, since they change. */
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
    private volatile @Nullable Store store;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Armed armed;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Admission admission;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable AccessCounts access;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private final List<Trouble.Source> sources = new CopyOnWriteArrayList<>();

    @Override
    public @Nullable BrokerView broker() {
        return broker;
    }

    @Override
    public @Nullable Ledger ledger() {
        return ledger;
    }

    @Override
    public @Nullable Store store() {
        return store;
    }

    @Override
    public @Nullable Armed armed() {
        return armed;
    }

    @Override
    public @Nullable Admission admission() {
        return admission;
    }

    @Override
    public @Nullable AccessCounts access() {
        return access;
    }

    @Override
    public List<Trouble.Report> reports() {
        return sources.stream().map(Trouble.Report::of).toList();
    }
}
