package sluice.metrics.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Trouble;

/** A platform of which a test says what is there. */
final class FakePlatform implements Platform {
    @Nullable
    BrokerView broker;

    @Nullable
    Ledger ledger;

    final List<PartReport> reports = new ArrayList<>();

    /** Everything that must be there is, and is well. */
    static FakePlatform healthy() {
        FakePlatform platform = new FakePlatform();
        platform.broker = new FakeBroker();
        platform.ledger = new FakeLedger("");
        return platform.says("broker").says("ledger").says("mqtt").says("policy");
    }

    FakePlatform says(String part, Trouble... troubles) {
        reports.add(new PartReport(part, List.of(troubles)));
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
    public List<PartReport> reports() {
        return reports;
    }
}
