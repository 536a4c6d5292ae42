package sluice.itests.outside;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One running instance with an invented city, started once for all test classes that only look at it: a start takes half a minute. The
 * tests leave it as they found it.
 */
final class RunningCity implements AutoCloseable {
    /** How long a message may take to where it belongs, on a machine that is busy with other tests. */
    static final Duration SOON = Duration.ofSeconds(20);

    private final Distribution distribution = Distribution.unpacked("city");

    private RunningCity() {
        new City(distribution.instance())
                .network(Bin.Network.TTN)
                .network(Bin.Network.CHIRPSTACK)
                .camera("cam-1", "cams/cam-1");
        Recorders.install(distribution);
        TrustList.add(distribution.instance(), "sleeper", SlowRecipientIT.jar());
        Approvals.add(distribution.instance(), "sluice.demo.platewatch", "sluice.demo.advertising");
        distribution.start();
    }

    Distribution distribution() {
        return distribution;
    }

    Instance instance() {
        return distribution.instance();
    }

    /** Registers a bin that no other test uses, and waits until the platform knows it and what it says is delivered. */
    void know(Bin bin) {
        new City(instance()).bin(bin);
        await("registered")
                .atMost(SOON)
                .until(() -> distribution.shell("sluice:device-list").contains(bin.id()));
    }

    /** What the recorder was told, a line each. */
    List<String> recorded() {
        return Recorders.lines(distribution);
    }

    @Override
    public void close() {
        distribution.close();
    }

    /** Gives the instance to tests that name it as a parameter. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningCity.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(RunningCity.class))
                    .getOrComputeIfAbsent(RunningCity.class, key -> new RunningCity(), RunningCity.class);
        }
    }
}
