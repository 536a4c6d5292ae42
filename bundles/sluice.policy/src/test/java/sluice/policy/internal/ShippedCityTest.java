package sluice.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;

/** The files that the distribution brings. */
class ShippedCityTest {
    private static final Path SHIPPED = Path.of("../../karaf-distribution/src/main/resources/etc/sluice");

    private final List<PolicySet> sets = new CopyOnWriteArrayList<>();
    private PolicyFiles files;

    @BeforeEach
    void load() {
        files = new PolicyFiles(SHIPPED, Duration.ofMillis(250), "mfippa-1990");
        files.subscribe(sets::add);
    }

    @AfterEach
    void close() {
        files.close();
    }

    @Test
    void they_load_without_a_problem() {
        assertThat(files.troubles()).isEmpty();
        assertThat(sets.get(0).catalogue())
                .containsOnlyKeys(
                        "waste.container",
                        "waste.pickup-due",
                        "device.health",
                        "soil.probe",
                        "weather.station",
                        "irrigation.valve",
                        "parking.bay",
                        "parking.gate",
                        "parking.occupancy",
                        "traffic.plate",
                        "traffic.flow",
                        "traffic.signal",
                        "traffic.reader");
        assertThat(sets.get(0).policies())
                .extracting(Policy::name)
                .containsExactlyInAnyOrder(
                        "container-levels",
                        "corridor-passages",
                        "park-soil",
                        "park-weather",
                        "park-valves",
                        "free-bays",
                        "free-car-parks",
                        "gate-counts",
                        "flow-for-signals",
                        "state-of-signals");
    }

    /** Fact sheet: minimise; a container says nothing about anybody, a plate stream does. */
    @Test
    void waste_is_nonpersonal_and_plates_leave_no_trace_at_rest() {
        assertThat(stream("waste.container").label()).isEqualTo(Label.NONPERSONAL);
        assertThat(stream("traffic.plate").label().forbidsRest()).isTrue();
    }

    /** MFIPPA s. 29(2): people are told where they are sensed, and the purpose's notice says what. */
    @Test
    void whoever_passes_a_camera_is_told() {
        assertThat(stream("traffic.plate").notice()).contains("a sign at");
        assertThat(((Purpose.Lawful)
                                Objects.requireNonNull(sets.get(0).purposes().get("traffic-planning")))
                        .collectedUnder())
                .singleElement()
                .asString()
                .startsWith("collected under notice `2026-1` `purposes/traffic.yaml` line ")
                .endsWith("in force from 2026-01-01T05:00:00Z");
    }

    /** What a travel-time reader hears follows its owner through the city. */
    @Test
    void radio_addresses_are_direct_leave_no_trace_at_rest_and_are_released_by_no_policy() {
        assertThat(stream("traffic.reader").label()).isEqualTo(Label.DIRECT);
        assertThat(stream("traffic.reader").label().forbidsRest()).isTrue();
        assertThat(sets.get(0).policies()).extracting(Policy::stream).doesNotContain("traffic.reader");
    }

    @Test
    void no_policy_releases_a_field_that_identifies_directly() {
        for (Policy policy : sets.get(0).policies()) {
            assertThat(policy.releases())
                    .extracting(release -> stream(policy.stream()).fields().get(release.field()))
                    .filteredOn(field -> field.label() == Label.DIRECT)
                    .isEmpty();
        }
    }

    /** MFIPPA s. 31. */
    @Test
    void advertising_is_prohibited() {
        assertThat(sets.get(0).purposes().get("advertising")).isInstanceOf(Purpose.Prohibited.class);
    }

    private CatalogueStream stream(String name) {
        return Objects.requireNonNull(sets.get(0).catalogue().get(name));
    }
}
