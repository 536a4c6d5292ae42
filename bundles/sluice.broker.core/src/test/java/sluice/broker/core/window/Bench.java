package sluice.broker.core.window;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Grouping.Output;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.aggregate.Aggregate;
import sluice.broker.core.window.aggregate.Counting;
import sluice.broker.core.window.aggregate.Protection;

/** Windows of a minute that count, with a clock that the test sets. */
final class Bench {
    static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
    static final Times MINUTES = new Times(Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofSeconds(30));

    final Room room;
    final long allRoom;
    final Tumbling windows;
    Instant now = START;

    Bench(Protection protection, Role role, long bytes) {
        this(grouping(protection, role), bytes);
    }

    Bench(Grouping grouping, long bytes) {
        this.room = new Room(bytes);
        this.allRoom = bytes;
        this.windows = new Tumbling(grouping, MINUTES, room, Birth.at(START), new SplittableRandom(7));
    }

    static Grouping grouping(Protection protection, Role role) {
        return new Grouping(
                protection, List.of(Output.key(role), new Output(Role.AGGREGATE, () -> count(protection))), 0);
    }

    private static Aggregate count(Protection protection) {
        return new Counting(protection);
    }

    static Protection crowd(int atLeast) {
        return new Protection(atLeast, 1, 8, true);
    }

    @Nullable
    Reason take(String place, long subject, Instant at) {
        Slots values = new Slots(2);
        values.setObject(0, place);
        values.setLong(1, 1);
        return windows.take(new Incoming(values, subject, 0, at), now);
    }

    /** Everybody once: subjects of one place are numbers from there on. */
    void crowd(String place, int people, Instant at) {
        for (int i = 0; i < people; i++) {
            take(place, subject(place, i), at);
        }
    }

    static long subject(String place, int number) {
        return new SplittableRandom(place.hashCode() * 1_000_003L + number).nextLong();
    }

    List<Closed> closeAt(Instant next) {
        now = next;
        return windows.close(now);
    }

    static List<String> told(List<Closed> closed) {
        return closed.stream()
                .flatMap(one -> one.rows().stream().map(row -> row.getObject(0) + " " + row.getLong(1)))
                .sorted()
                .toList();
    }
}
