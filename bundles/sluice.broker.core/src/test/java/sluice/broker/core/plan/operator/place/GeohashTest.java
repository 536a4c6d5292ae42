package sluice.broker.core.plan.operator.place;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.plan.map.Earth;
import sluice.broker.core.plan.operator.Applied;
import sluice.driver.spi.Point;

final class GeohashTest {
    private static final int INPUTS = 20_000;
    private static final String ALPHABET = "0123456789bcdefghjkmnpqrstuvwxyz";

    private final SplittableRandom random = new SplittableRandom(10);

    /** Of the system's own description (u4pruydqqvj, ezs42) and of implementations of others. */
    @ParameterizedTest
    @CsvSource({
        "57.64911, 10.40744, 11, u4pruydqqvj",
        "42.605, -5.603, 5, ezs42",
        "45.37, -121.7, 6, c216ne",
        "41.12, -71.34, 12, drm3btev3e86",
        "0, 0, 12, s00000000000",
        "-90, -180, 1, 0",
    })
    void hashes_are_the_published_ones(double latitude, double longitude, int length, String hash) {
        assertThat(hash(new Point(latitude, longitude), length)).isEqualTo(hash);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 8, 11, 12})
    void a_hash_is_what_halving_in_turns_gives(int length) {
        for (int i = 0; i < INPUTS; i++) {
            Point point = new Point(random.nextDouble(-66, 66), random.nextDouble(-180, 180));
            assertThat(hash(point, length)).isEqualTo(halved(point, length));
        }
    }

    /** The proof behind the label: height, and width along the middle, of the cell that is told. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void no_cell_is_smaller_than_its_label_is_lowered_by_and_every_cell_holds_its_point(int length) {
        double promised = GeohashCells.leastMetres(length) * (1 - 1e-9);
        for (int i = 0; i < INPUTS; i++) {
            Point point = new Point(random.nextDouble(-90, 90), random.nextDouble(-180, 180));
            double[] box = box(hash(point, length));

            assertThat(point.latitude()).isBetween(box[0], box[1]);
            assertThat(point.longitude()).isBetween(box[2], box[3]);
            double middle = Math.toRadians((box[0] + box[1]) / 2);
            assertThat((box[1] - box[0]) * Earth.METRES_PER_DEGREE).isGreaterThan(promised);
            assertThat((box[3] - box[2]) * Earth.METRES_PER_DEGREE * Math.cos(middle))
                    .isGreaterThan(promised);
        }
    }

    @Test
    void poles_and_the_antimeridian_lie_in_the_last_cells_before_them() {
        assertThat(hash(new Point(90, 180), 12)).isEqualTo("zzzzzz");
        assertThat(hash(new Point(90, 180), 5)).isEqualTo(hash(new Point(89.9999999, 179.9999999), 5));
        assertThat(hash(new Point(0, 180), 5)).isEqualTo("xbpbp");
        assertThat(hash(new Point(-90, -180), 3)).matches("0+");
    }

    /** In the far north a long hash would say within metres where somebody is. */
    @Test
    void towards_the_poles_hashes_get_shorter() {
        assertThat(hash(new Point(74.7, -94.8), 7)).isEqualTo(halved(new Point(74.7, -94.8), 6));
        assertThat(hash(new Point(43.6532, -79.3832), 7)).hasSize(7);
    }

    private static String hash(Point point, int length) {
        return (String) requireNonNull(Applied.named("geohash", Integer.toString(length), ValueType.POINT)
                .object(point));
    }

    /** Written from the description, bit by bit. */
    private static String halved(Point point, int length) {
        double[] box = {-90, 90, -180, 180};
        StringBuilder hash = new StringBuilder();
        int character = 0;
        for (int bit = 0; bit < 5 * length; bit++) {
            int axis = bit % 2 == 0 ? 2 : 0;
            double middle = (box[axis] + box[axis + 1]) / 2;
            boolean isUpper = (axis == 2 ? point.longitude() : point.latitude()) >= middle;
            box[isUpper ? axis : axis + 1] = middle;
            character = character * 2 + (isUpper ? 1 : 0);
            if (bit % 5 == 4) {
                hash.append(ALPHABET.charAt(character));
                character = 0;
            }
        }
        return hash.toString();
    }

    private static double[] box(String hash) {
        double[] box = {-90, 90, -180, 180};
        for (int bit = 0; bit < 5 * hash.length(); bit++) {
            int axis = bit % 2 == 0 ? 2 : 0;
            double middle = (box[axis] + box[axis + 1]) / 2;
            boolean isUpper = (ALPHABET.indexOf(hash.charAt(bit / 5)) >> 4 - bit % 5 & 1) == 1;
            box[isUpper ? axis : axis + 1] = middle;
        }
        return box;
    }
}
