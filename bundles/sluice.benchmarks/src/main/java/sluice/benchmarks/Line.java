package sluice.benchmarks;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.broker.core.flow.Binding;
import sluice.broker.core.flow.Channel;
import sluice.broker.core.flow.Flow;
import sluice.broker.core.flow.Meters;
import sluice.broker.core.flow.ReadingId;
import sluice.broker.core.flow.Receipt;
import sluice.broker.core.flow.Route;
import sluice.broker.core.flow.Router;
import sluice.broker.core.flow.SlotReading;
import sluice.broker.core.flow.Subscriber;
import sluice.broker.core.model.Label;
import sluice.broker.core.plan.Plan;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.RecordMaker;
import sluice.broker.core.shape.Slots;

/** The real line from a driver's record to an application's, with a reader, plans and a maker of its own. */
final class Line {
    private static final ReadingId ID = new ReadingId(1, 2);

    private final NoPorts ports = new NoPorts();
    private final Board board = new Board();
    private final Flow flow = new Flow(ports, ports, board, InstantSource.system(), System::nanoTime);
    private final RecordMaker maker = RecordMaker.of(CountedVehicle.class);
    private final Drain drain = new Drain();
    private final Worker worker = new Worker();
    private final Route route;

    /** A line on which some recipients are permitted, and all that are named ask. */
    Line(List<String> permitted, List<String> asking) {
        board.activate(Conditions.Facts.CALM);
        Router router = new Router(new Meters(ports), board);
        router.activate(CityRules.permitting(permitted));
        asking.forEach(name -> router.join(new Asking(name, new Binding.To(maker.shape(), drain))));
        route = router.open(new Channel.Origin("driver", Vehicle.class, CityRules.STREAM, Label.NONPERSONAL))
                .route()
                .orElseThrow();
    }

    Slots read(Vehicle vehicle) {
        return requireNonNull(route.reader().read(vehicle));
    }

    Outcome flow(Slots values, Instant observed) {
        Receipt receipt = new Receipt(outcome -> {});
        SlotReading reading = new SlotReading("camera-1", ID, values, observed, false, System.nanoTime());
        Outcome outcome = flow.flow(reading, route, receipt);
        receipt.settle();
        return outcome;
    }

    /** What waits in the queue, as the application's record. */
    Record taken() throws Throwable {
        return maker.make(drain.take().values()).orElseThrow();
    }

    /** The first recipient's plan alone, from record to record. */
    Record map(Vehicle vehicle) throws Throwable {
        Plan plan = route.bindings().get(0).plan().orElseThrow();
        return maker.make(plan.minimise(read(vehicle), worker)).orElseThrow();
    }

    private record Asking(String recipient, Binding.To to) implements Subscriber {
        @Override
        public String purpose() {
            return CityRules.PURPOSE;
        }

        @Override
        public Map<String, Binding.To> needs() {
            return Map.of(CityRules.STREAM, to);
        }

        @Override
        public void bound(Ruling.Permitted permitted, Set<String> streams) {}
    }
}
