package sluice.broker.core.shape;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RecordMakerTest {
    private enum Lid {
        OPEN,
        SHUT
    }

    private record Told(
            String name,
            int small,
            @Nullable Integer boxedInt,
            long whole,
            @Nullable Long boxedLong,
            double number,
            @Nullable Double boxed,
            boolean flag,
            @Nullable Boolean boxedFlag,
            Instant at,
            Duration lasting,
            Lid lid,
            List<String> texts,
            List<Double> doubles) {}

    private record Small(int value) {}

    private record MaybeSmall(@Nullable Integer value) {}

    private record WithLid(@Nullable Lid lid) {}

    private record Spot(sluice.app.api.@Nullable Point place) {}

    private record Place(sluice.driver.spi.Point place) {}

    record Picky(int value) {
        Picky {
            if (value < 0) {
                throw new ArithmeticException("of the application's own");
            }
        }
    }

    @Test
    void what_was_read_is_made_again() throws Throwable {
        Told told = new Told(
                "bin-1",
                -1,
                2,
                Long.MAX_VALUE,
                4L,
                0.5,
                null,
                true,
                false,
                Instant.EPOCH,
                Duration.ofSeconds(3),
                Lid.SHUT,
                List.of("a"),
                List.of(1.5));
        Slots slots = requireNonNull(RecordReader.of(Told.class, name -> true).read(told));

        assertThat(RecordMaker.of(Told.class).make(slots)).contains(told);
    }

    @Test
    void absent_references_are_null() throws Throwable {
        assertThat(RecordMaker.of(MaybeSmall.class).make(new Slots(1))).contains(new MaybeSmall(null));
        assertThat(RecordMaker.of(WithLid.class).make(new Slots(1))).contains(new WithLid(null));
        assertThat(RecordMaker.of(Spot.class).make(new Slots(1))).contains(new Spot(null));
    }

    @Test
    void an_enum_without_such_a_constant_does_not_fit() throws Throwable {
        assertThat(make(WithLid.class, "OPEN")).contains(new WithLid(Lid.OPEN));
        assertThat(make(WithLid.class, "open")).isEmpty();
        assertThat(make(WithLid.class, "AJAR")).isEmpty();
    }

    @Test
    void a_number_that_an_int_can_not_hold_does_not_fit() throws Throwable {
        assertThat(make(Small.class, Integer.MIN_VALUE)).contains(new Small(Integer.MIN_VALUE));
        assertThat(make(Small.class, Integer.MAX_VALUE + 1L)).isEmpty();
        assertThat(make(MaybeSmall.class, Integer.MIN_VALUE - 1L)).isEmpty();
    }

    /** The platform has one point, drivers and applications have theirs; none sees the other's class. */
    @Test
    void a_drivers_point_becomes_an_applications() throws Throwable {
        Slots slots = requireNonNull(
                RecordReader.of(Place.class, name -> true).read(new Place(new sluice.driver.spi.Point(43.6, -79.4))));

        assertThat(RecordMaker.of(Spot.class).make(slots)).contains(new Spot(new sluice.app.api.Point(43.6, -79.4)));
        assertThat(requireNonNull(RecordReader.of(Spot.class, name -> true)
                                .read(new Spot(new sluice.app.api.Point(43.6, -79.4))))
                        .getObject(0))
                .isEqualTo(new sluice.driver.spi.Point(43.6, -79.4));
    }

    @Test
    void what_the_constructor_throws_comes_out_as_it_is() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> make(Picky.class, -1))
                .withMessage("of the application's own");
    }

    private static Optional<Record> make(Class<? extends Record> type, String value) throws Throwable {
        Slots slots = new Slots(1);
        slots.setObject(0, value);
        return RecordMaker.of(type).make(slots);
    }

    private static Optional<Record> make(Class<? extends Record> type, long value) throws Throwable {
        Slots slots = new Slots(1);
        slots.setLong(0, value);
        return RecordMaker.of(type).make(slots);
    }
}
