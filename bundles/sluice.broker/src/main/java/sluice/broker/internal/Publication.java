package sluice.broker.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import sluice.broker.core.Broker;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Trouble;

/** The services that the broker offers to the platform, for as long as it runs. */
final class Publication implements AutoCloseable {
    private final BundleContext context;
    private final Broker broker;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    Publication(BundleContext context, Broker broker) {
        this.context = context;
        this.broker = broker;
    }

    synchronized void open() {
        registrations.add(context.registerService(BrokerView.class, broker.view(), null));
        registrations.add(context.registerService(Trouble.Source.class, new BrokerTroubles(broker), null));
        registrations.add(context.registerService(Intake.class, broker.intake(), null));
    }

    /** The door, which was opened last, closes first. */
    @Override
    public synchronized void close() {
        for (int i = registrations.size() - 1; i >= 0; i--) {
            registrations.get(i).unregister();
        }
        registrations.clear();
    }

    private record BrokerTroubles(Broker broker) implements Trouble.Source {
        @Override
        public String part() {
            return "broker";
        }

        @Override
        public List<Trouble> troubles() {
            return broker.troubles();
        }
    }
}
