package sluice.broker.core.plan.map;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.plan.operator.Applied.square;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Zone;

final class ZonesTest {
    private static final int INPUTS = 20_000;

    private final SplittableRandom random = new SplittableRandom(11);

    @Test
    void a_place_is_in_the_zone_that_holds_it_and_outside_in_none() {
        Zones zones = new Zones(List.of(square("a", 43, -79, 1), square("b", 44, -79, 1)));
        assertThat(zones.at(43.5, -78.5)).isEqualTo("a");
        assertThat(zones.at(44.5, -78.5)).isEqualTo("b");
        assertThat(zones.at(42.9, -78.5)).isNull();
        assertThat(zones.at(43.5, 101.5)).isNull();
        assertThat(Zones.NONE.at(0, 0)).isNull();
    }

    /** A city is cut into zones: no place may be in two of them, or lost between them. */
    @Test
    void a_place_on_an_edge_that_zones_share_is_in_exactly_one() {
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            zones.add(square("z" + i, 43 + i / 4 * 0.25, -79 + i % 4 * 0.25, 0.25));
        }
        for (int i = 0; i < INPUTS; i++) {
            double latitude = 43 + random.nextInt(0, 40) * 0.025;
            double longitude = -79 + random.nextInt(0, 40) * 0.025;
            long holders = zones.stream()
                    .filter(zone -> new Zones(List.of(zone)).at(latitude, longitude) != null)
                    .count();
            assertThat(holders).isEqualTo(1);
        }
    }

    @Test
    void a_zone_may_lie_across_the_antimeridian() {
        Zones zones = new Zones(List.of(ring("taveuni", -17, 179.5, -16.5, 179.5, -16.5, -179.5, -17, -179.5)));
        assertThat(zones.at(-16.8, 179.9)).isEqualTo("taveuni");
        assertThat(zones.at(-16.8, -179.9)).isEqualTo("taveuni");
        assertThat(zones.at(-16.8, 180)).isEqualTo("taveuni");
        assertThat(zones.at(-16.8, -180)).isEqualTo("taveuni");
        assertThat(zones.at(-16.8, 0)).isNull();
        assertThat(zones.at(-16.8, 179.4)).isNull();
        assertThat(zones.narrowestMetres()).isCloseTo(0.5 * Earth.METRES_PER_DEGREE, Percentage.withPercentage(1));
    }

    @Test
    void a_zone_has_the_breadth_of_the_largest_circle_in_it() {
        double degree = Earth.METRES_PER_DEGREE;
        assertThat(breadth(square("square", 0, 0, 0.01))).isCloseTo(0.01 * degree, Percentage.withPercentage(1));
        assertThat(breadth(ring("strip", 0, 0, 0.001, 0, 0.001, 1, 0, 1)))
                .isCloseTo(0.001 * degree, Percentage.withPercentage(1));
        double inscribed = 0.01 * (2 - Math.sqrt(2));
        assertThat(breadth(ring("triangle", 0, 0, 0.01, 0, 0, 0.01)))
                .isCloseTo(inscribed * degree, Percentage.withPercentage(2));
        // an L of two arms 0.01 wide: the circle fits into the corner, and is larger than an arm is wide
        assertThat(breadth(ring("l", 0, 0, 0.05, 0, 0.05, 0.01, 0.01, 0.01, 0.01, 0.05, 0, 0.05)))
                .isBetween(0.0115 * degree, 0.0118 * degree);
    }

    /** Never too large: a circle that was found lies in the zone. */
    @Test
    void no_zone_is_said_to_be_broader_than_it_is_high_or_wide() {
        for (int i = 0; i < 200; i++) {
            double high = random.nextDouble(0.0001, 0.1);
            double wide = random.nextDouble(0.0001, 0.1);
            double south = random.nextDouble(-60, 60);
            Zone zone = ring("any", south, 10, south + high, 10, south + high, 10 + wide, south, 10 + wide);
            double narrowing = Math.cos(Math.toRadians(Math.min(Math.abs(south), Math.abs(south + high))));
            double most = Math.min(high, wide * narrowing) * Earth.METRES_PER_DEGREE;
            assertThat(breadth(zone)).isLessThan(most * 1.001).isGreaterThan(most * 0.9);
        }
    }

    /** The first zone takes what they share, so that little may be left of the second: its name would tell of few places. */
    @Test
    void only_what_a_zone_does_not_share_with_those_before_it_counts() {
        Zone large = square("large", 43, -79, 0.1);
        Zone sliver = square("sliver", 43.001, -79, 0.1);
        Zones zones = new Zones(List.of(large, sliver));

        assertThat(zones.at(43.05, -78.95)).isEqualTo("large");
        assertThat(zones.at(43.1005, -78.95)).isEqualTo("sliver");
        assertThat(zones.narrowestMetres()).isLessThan(0.001 * Earth.METRES_PER_DEGREE * 1.01);
        assertThat(zones.only(List.of("sliver")).narrowestMetres()).isGreaterThan(5_000);
        assertThat(new Zones(List.of(large, square("inner", 43.01, -78.99, 0.01))).narrowestMetres())
                .isZero();
    }

    @Test
    void a_part_of_the_map_is_made_once() {
        Zones zones = new Zones(List.of(square("a", 43, -79, 1), square("b", 44, -79, 1), square("c", 45, -79, 1)));
        assertThat(zones.only(List.of("c", "a"))).isSameAs(zones.only(List.of("a", "c")));
        assertThat(zones.only(List.of("c", "a", "moon")).names()).containsExactly("a", "c");
    }

    private static double breadth(Zone zone) {
        return new Zones(List.of(zone)).narrowestMetres();
    }

    private static Zone ring(String name, double... degrees) {
        List<Zone.Corner> corners = new ArrayList<>();
        for (int i = 0; i < degrees.length; i += 2) {
            corners.add(new Zone.Corner(degrees[i], degrees[i + 1]));
        }
        return new Zone(name, corners, new Where("zones/town.yaml", 1));
    }
}
