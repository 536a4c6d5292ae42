package sluice.broker.core.plan.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.ValueType;
import sluice.driver.spi.Point;

/** Distances on the sphere that {@link Cell} states: 6,378,137 m. */
final class CellTest {
    private static final int INPUTS = 20_000;
    private static final double METRES_PER_DEGREE = Math.toRadians(6_378_137.0);
    private static final Offset<Double> HAIR = Offset.offset(1e-9);

    private final SplittableRandom random = new SplittableRandom(2);

    @ParameterizedTest
    @ValueSource(doubles = {1, 50, 250, 500, 1_000, 30_000, 1_000_000})
    void a_point_lies_in_its_cell(double metres) {
        Applied cell = cell(metres);
        for (int i = 0; i < INPUTS; i++) {
            Point point = anywhere();
            Point centre = cell.to(point);

            assertThat(Math.abs(point.latitude() - centre.latitude()))
                    .isLessThanOrEqualTo(height(metres) / 2 + HAIR.value);
            assertThat(Math.abs(point.longitude() - centre.longitude()))
                    .isLessThanOrEqualTo(width(metres, centre.latitude()) / 2 + HAIR.value);
        }
    }

    /** The label is lowered by the stated size, so no cell may be smaller, wherever it lies. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 50, 250, 500, 1_000, 30_000, 1_000_000})
    void no_cell_is_smaller_than_asked_for_and_none_is_twice_as_large(double metres) {
        Applied cell = cell(metres);
        for (int i = 0; i < INPUTS; i++) {
            Point centre = cell.to(anywhere());
            double circle = 360 * Math.cos(Math.toRadians(centre.latitude())) * METRES_PER_DEGREE;
            double metresWide = width(metres, centre.latitude()) / 360 * circle;

            assertThat(height(metres) * METRES_PER_DEGREE).isBetween(metres * (1 - 1e-12), metres * 1.06);
            assertThat(metresWide).isGreaterThanOrEqualTo(Math.min(metres, circle) * (1 - 1e-12));
            assertThat(metresWide).isLessThan(2 * metres);
        }
    }

    /** In Toronto a cell is square to a thousandth. */
    @Test
    void a_city_cell_is_as_large_as_it_says() {
        Point centre = cell(500).to(new Point(43.6532, -79.3832));
        assertThat(height(500) * METRES_PER_DEGREE).isCloseTo(500, Offset.offset(0.5));
        assertThat(width(500, centre.latitude()) * Math.cos(Math.toRadians(centre.latitude())) * METRES_PER_DEGREE)
                .isCloseTo(500, Offset.offset(0.5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 50, 500, 30_000, 1_000_000})
    void points_of_one_cell_have_one_centre_and_the_centre_is_its_own(double metres) {
        Applied cell = cell(metres);
        for (int i = 0; i < INPUTS; i++) {
            Point centre = cell.to(anywhere());
            Point neighbour = new Point(
                    clamp(centre.latitude() + part() * height(metres), 90),
                    clamp(centre.longitude() + part() * width(metres, centre.latitude()), 180));

            assertThat(cell.to(neighbour)).isEqualTo(centre);
            assertThat(cell.to(centre)).isEqualTo(centre);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, -90, 89.9999999, -89.9999999})
    void a_pole_lies_in_a_cell_like_any_other_place(double latitude) {
        Point centre = cell(500).to(new Point(latitude, 12.3));
        assertThat(Math.abs(latitude - centre.latitude())).isLessThanOrEqualTo(height(500) / 2 + HAIR.value);
        assertThat(centre.longitude()).isNotEqualTo(12.3);
    }

    @Test
    void the_antimeridian_belongs_to_the_last_cell_before_it() {
        Applied cell = cell(500);
        Point centre = cell.to(new Point(-16.5, 180));
        assertThat(centre).isEqualTo(cell.to(new Point(-16.5, 179.9999)));
        assertThat(centre.longitude()).isLessThan(180);
        assertThat(cell.to(new Point(-16.5, -180)).longitude()).isGreaterThan(-180);
    }

    private static Applied cell(double metres) {
        return Applied.named("cell", Double.toString(metres), ValueType.POINT);
    }

    private static double height(double metres) {
        return 180 / Math.floor(180 * METRES_PER_DEGREE / metres);
    }

    private static double width(double metres, double latitude) {
        double circle = 360 * METRES_PER_DEGREE * Math.cos(Math.toRadians(latitude));
        return 360 / Math.max(1, Math.floor(circle / metres));
    }

    /** Uniform in both angles, so that the polar regions get more than their share. */
    private Point anywhere() {
        return new Point(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
    }

    /** Within a cell, clear of its edges. */
    private double part() {
        return random.nextDouble(-0.499, 0.499);
    }

    private static double clamp(double degrees, double most) {
        return Math.max(-most, Math.min(most, degrees));
    }
}
