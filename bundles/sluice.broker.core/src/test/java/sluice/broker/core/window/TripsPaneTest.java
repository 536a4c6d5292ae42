package sluice.broker.core.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Grouping.Output;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.aggregate.Counting;
import sluice.broker.core.window.aggregate.Protection;

/** Where subjects were first and last. */
final class TripsPaneTest {
    private static final Protection CROWD = new Protection(11, 1, 8, true);

    private final Bench bench = new Bench(
            new Grouping(
                    CROWD,
                    List.of(
                            Output.key(Role.ORIGIN),
                            Output.key(Role.DESTINATION),
                            new Output(Role.AGGREGATE, () -> new Counting(CROWD))),
                    0),
            10_000_000);

    @Test
    void a_trip_goes_from_the_first_place_to_the_last_one_whatever_the_order_of_arrival() {
        for (int car = 0; car < 30; car++) {
            at(car, "queen", 20);
            at(car, "king", 5);
            at(car, "bay", 40);
        }

        assertThat(told()).containsExactly("king bay 30");
    }

    @Test
    void who_was_seen_once_made_no_trip() {
        for (int car = 0; car < 30; car++) {
            at(car, "king", 5);
        }

        assertThat(told()).isEmpty();
    }

    @Test
    void few_trips_are_hidden_and_what_would_tell_of_them_too() {
        for (int car = 0; car < 70; car++) {
            at(car, car < 35 ? "king" : "queen", 5);
            at(car, car < 30 || car >= 65 ? "bay" : "york", 50);
        }
        List<String> told = told();

        // king-york has five, queen-bay has five: rows and columns hold nothing else that could be told
        assertThat(told).isEmpty();
        assertThat(bench.room.free()).isEqualTo(bench.allRoom);
    }

    private void at(int car, String place, int second) {
        Slots values = new Slots(3);
        values.setObject(0, place);
        values.setObject(1, place);
        Instant at = Bench.START.plusSeconds(second);
        assertThat(bench.windows.take(new Incoming(values, new SplittableRandom(car).nextLong(), 0, at), at))
                .isNull();
    }

    private List<String> told() {
        return bench.closeAt(Bench.START.plusSeconds(120)).stream()
                .flatMap(one -> one.rows().stream())
                .map(row -> row.getObject(0) + " " + row.getObject(1) + " " + row.getLong(2))
                .sorted()
                .toList();
    }
}
