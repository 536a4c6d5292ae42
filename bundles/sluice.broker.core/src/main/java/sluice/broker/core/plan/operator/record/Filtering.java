package sluice.broker.core.plan.operator.record;

import java.time.Instant;
import java.util.List;
import sluice.broker.core.plan.operator.kind.Screen;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/** A filter at work. Before it is linked, and for a source that lacks a field, nothing passes. */
final class Filtering implements Screen {
    private final List<Condition> conditions;
    private final int[] indexes;

    private Filtering(List<Condition> conditions, int[] indexes) {
        this.conditions = conditions;
        this.indexes = indexes;
    }

    static Screen unlinked(List<Condition> conditions) {
        return new Filtering(
                List.copyOf(conditions),
                conditions.stream().mapToInt(any -> Shape.NOWHERE).toArray());
    }

    @Override
    public Screen linkedTo(Shape reading) {
        return new Filtering(
                conditions,
                conditions.stream()
                        .mapToInt(condition -> reading.indexOf(condition.field().name()))
                        .toArray());
    }

    @Override
    public boolean passes(Slots reading, String source, long chance, Instant now) {
        for (int i = 0; i < indexes.length; i++) {
            int index = indexes[i];
            if (index == Shape.NOWHERE
                    || !reading.has(index)
                    || !conditions.get(i).test().holds(reading, index)) {
                return false;
            }
        }
        return true;
    }
}
