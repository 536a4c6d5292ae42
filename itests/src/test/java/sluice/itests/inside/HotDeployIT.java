package sluice.itests.inside;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.Assert.assertEquals;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;

/** Drivers and applications come and go while the platform runs, again and again, and leave nothing behind. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HotDeployIT {
    private static final int CYCLES = 50;
    private static final int RECORDS = 200;
    private static final String DRIVER = "sluice.driver.smartbin";
    private static final String APPLICATION = "sluice.app.waste";
    private static final FlowKey LEVELS = new FlowKey("waste.container", "waste-collection", APPLICATION);

    /** Whatever the broker looked into, made, or kept on behalf of the two. */
    private static final List<String> DRIVERS_CLASSES =
            List.of(DRIVER + ".ContainerReading", DRIVER + ".BinSettings", DRIVER + ".BinSession");

    private static final List<String> APPLICATIONS_CLASSES =
            List.of(APPLICATION + ".ContainerLevel", APPLICATION + ".PickupDue", APPLICATION + ".Fill");

    @Inject
    private BundleContext context;

    @Inject
    private BrokerView broker;

    @Inject
    private Intake intake;

    private final AtomicInteger acknowledged = new AtomicInteger();
    private long count;

    @Configuration
    public Option[] distribution() {
        return Container.options();
    }

    @Test
    public void fifty_visits_with_ten_thousand_records_leave_no_class_behind_and_restart_nobody() throws Exception {
        String driver = withdrawn(DRIVER);
        String application = withdrawn(APPLICATION);
        Map<String, String> before = Residents.of(context, Set.of(DRIVER, APPLICATION));
        List<WeakReference<Object>> traces = new ArrayList<>();

        long delivered = 0;
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            delivered += visit(driver, application, traces);
        }

        assertEquals(CYCLES * RECORDS, delivered);
        assertEquals(before, Residents.of(context, Set.of(DRIVER, APPLICATION)));
        assertEquals(CYCLES * 8, traces.size());
        assertCollected(traces);
    }

    /** One round of both bundles; gives how many observations the application was given. */
    private long visit(String driver, String application, List<WeakReference<Object>> traces) throws Exception {
        Visit ofDriver = Visit.begin(context, driver);
        Visit ofApplication = Visit.begin(context, application);
        Eventually.becomes("the application is bound", () -> flow().isPresent() && isHere(DRIVER));
        long before = permitted();

        send(RECORDS);

        Eventually.becomes("all are acknowledged", () -> acknowledged.get() == count);
        Eventually.becomes(
                "the application has taken all", () -> flow().orElseThrow().queued() == 0);
        long delivered = permitted() - before;
        traces.addAll(ofDriver.traces(DRIVERS_CLASSES));
        traces.addAll(ofApplication.traces(APPLICATIONS_CLASSES));
        ofApplication.end();
        ofDriver.end();
        Eventually.becomes("both are gone", () -> flow().isEmpty() && !isHere(DRIVER) && !isHere(APPLICATION));
        return delivered;
    }

    private void send(int records) {
        for (int i = 0; i < records; i++) {
            Instant now = Instant.now();
            byte[] message = City.theThingsStack("0ce403090000d701", ++count, now);
            Inbound uplink = new Inbound("mqtt", "ttn/v3/city@ttn/devices/bin-001/up", message, now, "", false);
            intake.accept(uplink.fromNetworkServer("ttn"), outcome -> {
                if (outcome.acknowledges()) {
                    acknowledged.incrementAndGet();
                }
            });
        }
    }

    /** Takes away the bundle that the distribution brought; gives where it came from. */
    private String withdrawn(String symbolicName) throws Exception {
        Bundle bundle = Arrays.stream(context.getBundles())
                .filter(candidate -> symbolicName.equals(candidate.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        String location = bundle.getLocation();
        bundle.uninstall();
        Eventually.becomes(symbolicName + " has left", () -> !isHere(symbolicName));
        return location;
    }

    private Optional<BrokerView.FlowSnapshot> flow() {
        return broker.flows().stream()
                .filter(flow -> flow.flow().equals(LEVELS) && flow.state() == BrokerView.State.PERMIT)
                .findFirst();
    }

    private long permitted() {
        return flow().orElseThrow().counts().getOrDefault("permitted", 0L);
    }

    private boolean isHere(String guest) {
        return broker.guests().stream().anyMatch(here -> here.name().equals(guest));
    }

    private static void assertCollected(List<WeakReference<Object>> traces) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!left(traces).isEmpty() && System.nanoTime() - deadline < 0) {
            System.gc();
        }
        assertEquals("what is still reachable, and how often", Map.of(), left(traces));
    }

    private static Map<String, Long> left(List<WeakReference<Object>> traces) {
        return traces.stream()
                .map(WeakReference::get)
                .filter(Objects::nonNull)
                .collect(groupingBy(Object::toString, TreeMap::new, counting()));
    }
}
