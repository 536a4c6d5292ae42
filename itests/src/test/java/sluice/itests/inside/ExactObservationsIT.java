package sluice.itests.inside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MILLIS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.PrivilegedActionException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.inject.Inject;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;

/** Real messages in, exact observations out; who may not have them gets none, and the operator reads why. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ExactObservationsIT {
    private static final FlowKey LEVELS = new FlowKey("waste.container", "waste-collection", "sluice.itests.levels");
    private static final FlowKey PASSAGES = new FlowKey("traffic.plate", "traffic-planning", "sluice.itests.passages");
    private static final FlowKey PLATES = new FlowKey("traffic.plate", "traffic-planning", "sluice.itests.plates");
    private static final FlowKey ADS = new FlowKey("waste.container", "advertising", "sluice.itests.ads");

    private static final Instant MINUTE = Instant.now().minus(1, HOURS).truncatedTo(MINUTES);

    /** Frame counters of both bins; the same device speaks in several tests. */
    private static final AtomicLong COUNT = new AtomicLong();

    @Inject
    private BundleContext context;

    @Inject
    private BrokerView broker;

    @Inject
    private Ledger ledger;

    @Inject
    private SessionFactory shell;

    private Guests guests;
    private Listener levels;
    private Listener passages;
    private Listener plates;
    private Listener ads;

    @Configuration
    public Option[] distribution() {
        return Container.options();
    }

    @Before
    public void applications_arrive() throws Exception {
        guests = new Guests(context);
        levels = guests.arrive(LEVELS.recipient(), new Listener(LEVELS.purpose(), LEVELS.stream(), Level.class));
        passages =
                guests.arrive(PASSAGES.recipient(), new Listener(PASSAGES.purpose(), PASSAGES.stream(), Passage.class));
        plates = guests.arrive(PLATES.recipient(), new Listener(PLATES.purpose(), PLATES.stream(), PlateSeen.class));
        ads = guests.arrive(ADS.recipient(), new Listener(ADS.purpose(), ADS.stream(), Level.class));
        for (FlowKey flow : List.of(LEVELS, PASSAGES, PLATES, ADS)) {
            Eventually.becomes(
                    flow + " is decided",
                    () -> broker.flows().stream().anyMatch(f -> f.flow().equals(flow)));
        }
    }

    @After
    public void applications_leave() throws Exception {
        guests.close();
    }

    /** Battery 3.3 V, 777 mm, no interrupt, 21.5 Cel, sensor there: (1500 - 777) / 1200 is 0.6025. */
    @Test
    public void a_things_stack_uplink_becomes_one_minimised_level() throws Exception {
        Instant received = MINUTE.plusMillis(42_500);
        City.publishToTheThingsStack(City.theThingsStack("0ce403090000d701", COUNT.incrementAndGet(), received));

        assertTold(levels, new Level("bin-001", 0.6, MINUTE));
    }

    /** Battery 92 %, 27.9 Cel, 2116 mm, not tilted: (2500 - 2116) / 2200 is 0.1745. */
    @Test
    public void a_chirpstack_uplink_becomes_one_minimised_level() throws Exception {
        Instant received = MINUTE.plusMillis(59_999);
        City.publishToChirpStack(
                City.chirpStack("01755c" + "03671701" + "04824408" + "050000", COUNT.incrementAndGet(), received));

        assertTold(levels, new Level("bin-002", 0.15, MINUTE));
    }

    /** Planners learn that somebody passed, about when; s. 28(2): no more than is necessary. */
    @Test
    public void a_plate_read_becomes_a_segment_and_a_quarter_of_an_hour() throws Exception {
        Instant seen = Instant.now().truncatedTo(MILLIS);

        assertEquals(204, City.see("SLCE001", seen));

        assertTold(passages, new Passage("king-st-w/3", quarterOf(seen)));
    }

    @Test
    public void an_application_with_a_plate_component_does_not_bind() throws Exception {
        assertEquals(204, City.see("SLCE002", Instant.now()));
        passages.next();

        assertEquals(List.of(), plates.rest());
        BrokerView.FlowSnapshot flow = snapshot(PLATES);
        assertEquals("not-released", flow.code());
        assertEquals(
                "field `plate`, label DIRECT, is not released by policy `inside-plates`; purpose `traffic-planning` has"
                        + " the ceiling DEIDENTIFIED",
                flow.rule());
        assertTrue(flow.counts().getOrDefault("not-released", 0L) > 0);
    }

    /** s. 31: not for another purpose. */
    @Test
    public void advertising_gets_nothing() throws Exception {
        City.publishToTheThingsStack(City.theThingsStack("0ce403090000d701", COUNT.incrementAndGet(), Instant.now()));
        levels.next();

        assertEquals(List.of(), ads.rest());
        BrokerView.FlowSnapshot flow = snapshot(ADS);
        assertEquals(BrokerView.State.DENY, flow.state());
        assertEquals("prohibited", flow.code());
        assertTrue(flow.counts().getOrDefault("prohibited", 0L) > 0);
    }

    @Test
    public void the_shell_explains_each_decision_by_its_rule() throws Exception {
        assertSays(explain(LEVELS), "permitted by policy `inside-levels`");
        assertSays(explain(PLATES), "not-released", "`plate`", "DIRECT", "DEIDENTIFIED", "`inside-plates`");
        assertSays(explain(ADS), "prohibited", "MFIPPA s. 31", "prohibited.yaml");
        assertSays(explain(new FlowKey("traffic.plate", "waste-collection", "sluice.itests.levels")), "gap");
    }

    /** Sealed at the end of each second; names and counts, and no plate. */
    @Test
    public void every_flow_is_in_the_ledger_and_one_changed_byte_is_found() throws Exception {
        City.publishToTheThingsStack(City.theThingsStack("0ce403090000d701", COUNT.incrementAndGet(), Instant.now()));
        assertEquals(204, City.see("SLCE003", Instant.now()));
        levels.next();
        passages.next();
        LedgerFiles files = new LedgerFiles();
        for (String entry : List.of(
                entry(LEVELS, "permitted"),
                entry(PASSAGES, "permitted"),
                entry(PLATES, "not-released"),
                entry(ADS, "prohibited"))) {
            Eventually.becomes(entry + " is sealed", () -> files.contain(entry));
        }
        assertFalse(files.contain("SLCE003"));
        assertTrue(ledger.verify().intact());

        LedgerFiles.Change change = files.changeOneByteOf(entry(LEVELS, "permitted"));
        try {
            Ledger.Verification found = ledger.verify();
            assertFalse(found.intact());
            assertSays(found.explanation(), "entry " + found.firstBadEntry());
            assertSays(run("sluice:ledger-verify"), "entry " + found.firstBadEntry());
        } finally {
            change.undo();
        }
        assertTrue(ledger.verify().intact());
    }

    /** Told this, and nothing else. */
    private void assertTold(Listener listener, Record expected) throws InterruptedException {
        assertEquals("door " + broker.door() + ", streams " + broker.streams(), expected, listener.next());
        assertEquals(List.of(), listener.rest());
    }

    private BrokerView.FlowSnapshot snapshot(FlowKey key) {
        return broker.flows().stream()
                .filter(flow -> flow.flow().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String explain(FlowKey flow) {
        return run("sluice:explain " + flow.stream() + " " + flow.purpose() + " " + flow.recipient());
    }

    /** As a person at the shell: what the command printed, or the message of its failure. */
    private String run(String command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        Session session = shell.create(new ByteArrayInputStream(new byte[0]), out, out);
        try {
            Administrator.does(() -> session.execute(command));
        } catch (PrivilegedActionException failed) {
            out.println(failed.getException().getMessage());
        } finally {
            session.close();
        }
        return said.toString(UTF_8);
    }

    private static String entry(FlowKey flow, String code) {
        return "[\"%s\",\"%s\",\"%s\",\"%s\",".formatted(flow.stream(), flow.purpose(), flow.recipient(), code);
    }

    private static Instant quarterOf(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond() / 900 * 900);
    }

    private static void assertSays(String text, String... words) {
        for (String word : words) {
            assertTrue("`" + word + "` in: " + text, text.contains(word));
        }
    }
}
