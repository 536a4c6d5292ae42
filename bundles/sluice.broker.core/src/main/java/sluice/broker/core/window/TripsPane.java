package sluice.broker.core.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Grouping.Role;

/**
 * A window that counts subjects by where they were first and last in it ({@code origin}, {@code destination}). Which group a subject belongs to is
 * known at the end only; it belongs to one. A subject that was seen once made no trip.
 */
final class TripsPane implements Pane {
    /** As many places may there be. */
    static final int MOST_PLACES = 4_096;

    private static final int BYTES_A_PLACE = 200;

    private final Grouping grouping;
    private final Room room;
    private final Instant start;
    private final Places places;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Slots> values = new ArrayList<>();
    private final Groups groups;
    private final int origin;
    private final int destination;
    private long taken;
    private boolean isFull;

    TripsPane(Grouping grouping, Room room, Instant start) {
        this.grouping = grouping;
        this.room = room;
        this.start = start;
        this.places = new Places(room, GroupedPane.MOST_SUBJECTS);
        this.groups = new Groups(grouping, room);
        this.origin = Integer.numberOfTrailingZeros(grouping.mask(Role.ORIGIN));
        this.destination = Integer.numberOfTrailingZeros(grouping.mask(Role.DESTINATION));
    }

    @Override
    public boolean take(Incoming incoming) {
        taken++;
        if (!isFull && !note(incoming)) {
            isFull = true;
            free();
        }
        return !isFull;
    }

    private boolean note(Incoming incoming) {
        int from = number(incoming.values(), origin);
        int to = number(incoming.values(), destination);
        int second = (int) (incoming.at().getEpochSecond() - start.getEpochSecond());
        return from >= 0 && to >= 0 && places.note(incoming.subject(), second, from, to);
    }

    /** The number of a place, -1 if there are too many. */
    private int number(Slots from, int index) {
        Object object = from.getObject(index);
        Object value = object == null ? from.getLong(index) : object;
        Integer number = numbers.get(value);
        if (number != null) {
            return number;
        }
        if (numbers.size() == MOST_PLACES || !room.take(BYTES_A_PLACE)) {
            return -1;
        }
        Slots place = new Slots(1);
        place.copy(from, index, 0);
        numbers.put(value, values.size());
        values.add(place);
        return values.size() - 1;
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public @Nullable Shown close(RandomGenerator random) {
        return !isFull && places.forEach(this::add) ? Shown.of(grouping, groups.all(), random) : null;
    }

    private boolean add(int from, int to) {
        Slots trip = new Slots(grouping.outputs().size());
        for (int i = 0; i < trip.size(); i++) {
            trip.setLong(i, 1);
        }
        trip.copy(values.get(from), 0, origin);
        trip.copy(values.get(to), 0, destination);
        int number = groups.numberOf(trip);
        return number >= 0 && groups.take(groups.get(number).add(trip, 0));
    }

    @Override
    public void free() {
        room.give((long) values.size() * BYTES_A_PLACE);
        values.clear();
        numbers.clear();
        places.free();
        groups.free();
    }
}
