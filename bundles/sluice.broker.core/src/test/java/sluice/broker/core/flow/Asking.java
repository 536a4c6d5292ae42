package sluice.broker.core.flow;

import java.util.Map;
import java.util.Set;
import sluice.broker.core.Town;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.shape.Shape;

/** A recipient that asks for both of the town's streams with one record. */
final class Asking implements Subscriber {
    private final String purpose;
    private final String recipient;
    private final Binding.To to;

    Asking(String purpose, String recipient, Class<? extends Record> record, Mailbox mailbox) {
        this.purpose = purpose;
        this.recipient = recipient;
        this.to = new Binding.To(Shape.of(record), mailbox);
    }

    @Override
    public String recipient() {
        return recipient;
    }

    @Override
    public String purpose() {
        return purpose;
    }

    @Override
    public Map<String, Binding.To> needs() {
        return Map.of(Town.PASSAGES, to, Town.BINS, to);
    }

    @Override
    public void bound(Ruling.Permitted permitted, Set<String> streams) {}
}
