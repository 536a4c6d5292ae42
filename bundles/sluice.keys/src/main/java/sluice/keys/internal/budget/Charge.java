package sluice.keys.internal.budget;

import java.time.Instant;
import java.util.List;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.port.Budgets;

/** A charge as a line: epsilon in millionths, delta in trillionths, epoch in milliseconds, stream and recipient, with spaces between. */
record Charge(Budgets.Account account, PrivacyLoss loss) {
    private static final int PARTS = 6;

    static Charge of(String line) {
        List<String> parts = List.of(line.split(" "));
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException("no charge: " + line);
        }
        Epoch epoch = new Epoch(instant(parts.get(2)), instant(parts.get(3)));
        return new Charge(
                new Budgets.Account(parts.get(4), parts.get(5), epoch),
                new PrivacyLoss(Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1))));
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    @Override
    public String toString() {
        return loss.epsilonMillionths() + " " + loss.deltaTrillionths() + " "
                + account.epoch().from().toEpochMilli() + " "
                + account.epoch().until().toEpochMilli() + " " + account.stream() + " " + account.recipient();
    }
}
