package sluice.metrics.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.access.AccessCounts;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.Trouble;
import sluice.guard.Admission;
import sluice.guard.Armed;

/** A platform of which a test says what is there. */
final class FakePlatform implements Platform {
    @Nullable
    BrokerView broker;

    @Nullable
    Ledger ledger;

    @Nullable
    Store store;

    @Nullable
    Armed armed;

    @Nullable
    Admission admission;

    @Nullable
    AccessCounts access;

    final List<Trouble.Report> reports = new ArrayList<>();

    /** Everything that must be there is, and is well. */
    static FakePlatform healthy() {
        FakePlatform platform = new FakePlatform();
        platform.broker = new FakeBroker();
        platform.ledger = new FakeLedger("");
        platform.store = FakeStore.late();
        platform.armed = Set::of;
        return platform.says("broker")
                .says("guard")
                .says("ledger")
                .says("keys")
                .says("store")
                .says("mqtt")
                .says("policy");
    }

    FakePlatform says(String part, Trouble... troubles) {
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
        return reports;
    }
}
