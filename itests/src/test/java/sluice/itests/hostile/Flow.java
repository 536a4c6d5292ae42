package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Locale;
import sluice.itests.outside.Bin;
import sluice.itests.outside.Instance;
import sluice.itests.outside.Sender;

/** A case for which the broker has to work: a bin of the city's reports, and a policy permits one of the case's applications to know it. */
final class Flow {
    private static final String POLICY = "etc/sluice/policies/hostile.yaml";
    private static final Bin BIN = new Bin(66, Bin.Network.TTN);

    private final Sender sender;
    private long count;
    private long due;

    private Flow(Run run) {
        this.sender = Sender.connect(run.lab().instance(), "ttn");
    }

    /** Both applications come, and then uplinks until the case is over. */
    static void pair(Run run) {
        String part = run.attack().has("sink/OSGI-INF/component.xml") ? "sink" : "source";
        begin(
                run,
                run.attack()
                        .headers(part)
                        .getOrDefault(
                                "Bundle-SymbolicName", "hostile." + run.attack().name() + "." + part));
        Ways.pair(run);
    }

    /**
     * An application had been approved under its name; now another vendor, accepted as well, sends one of the same name. The policy permits
     * that name.
     */
    static void underTakenName(Run run) {
        run.install("before");
        run.note(run.lab().ask("start", run.id("before")));
        run.lab().ask("uninstall", run.id("before"));
        run.ids().remove("before");
        if (run.lab().has("admission")) {
            run.lab().ask("vendor", "second", Vendor.second().certificate());
        }
        pair(run);
    }

    private static void begin(Run run, String recipient) {
        Instance instance = run.lab().instance();
        String device = "etc/sluice/devices/" + device(run) + ".yaml";
        instance.write(POLICY, """
                policy: hostile
                permit: {stream: waste.container, purpose: waste-collection, recipient: %s}
                fields: {container: keep, fillingLevel: keep}
                retention: {atMost: P1D}
                """.formatted(recipient));
        instance.write(device, """
                device: %s
                driver: sluice.driver.smartbin
                address: deveui:%s
                source: ttn
                config: {model: %s, sensorToFloorMm: 10000, sensorToFullMm: 0}
                """.formatted(device(run), BIN.devEui(), BIN.model()));
        Flow flow = new Flow(run);
        run.probe(flow::report);
        run.later(flow.sender::close);
        run.later(() -> instance.remove(POLICY).remove(device));
    }

    /** The bin's name is what is not to be told. */
    private static String device(Run run) {
        return "bin-" + run.packed().words().secret().toLowerCase(Locale.ROOT);
    }

    private void report() {
        if (System.nanoTime() - due > 0) {
            due = System.nanoTime() + 250_000_000;
            count++;
            sender.publish(BIN.topic(), BIN.uplink(count, 5_000, Instant.now()).getBytes(UTF_8));
        }
    }
}
