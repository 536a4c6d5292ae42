package sluice.broker.core.window;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.aggregate.Aggregate;

/** One group of one window. Keeps the fields that it is about, and of its records nothing but what the aggregates keep. */
final class Group {
    /** What a group takes without its aggregates, roughly. */
    static final int BYTES = 400;

    private final Grouping grouping;
    private final Slots key;
    private final @Nullable Aggregate[] aggregates;
    private final Set<Long> sensitive = new HashSet<>();
    private int subjects;

    Group(Grouping grouping, Slots values) {
        this.grouping = grouping;
        this.key = new Slots(values.size());
        this.aggregates = new @Nullable Aggregate[values.size()];
        List<Grouping.Output> outputs = grouping.outputs();
        for (int i = 0; i < aggregates.length; i++) {
            var maker = outputs.get(i).maker();
            if (maker == null) {
                key.copy(values, i, i);
            } else {
                aggregates[i] = maker.get();
            }
        }
    }

    /** Takes a subject's record in; by how many bytes memory grew. */
    int add(Slots values, long sensitiveDigest) {
        subjects++;
        int grown = 0;
        if (sensitive.size() < grouping.protection().diverse() && sensitive.add(sensitiveDigest)) {
            grown += Long.SIZE;
        }
        for (int i = 0; i < aggregates.length; i++) {
            Aggregate aggregate = aggregates[i];
            if (aggregate != null && values.has(i)) {
                grown += aggregate.add(values, i);
            }
        }
        return grown;
    }

    int bytes() {
        int bytes = BYTES;
        for (Aggregate aggregate : aggregates) {
            bytes += aggregate == null ? 0 : aggregate.bytes();
        }
        return bytes;
    }

    int subjects() {
        return subjects;
    }

    Slots key() {
        return key;
    }

    boolean isTooSmall() {
        return !grouping.protection().isCrowd(subjects)
                || sensitive.size() < grouping.protection().diverse();
    }

    /** What is told; a component that would tell of few is absent. */
    Slots tell() {
        Slots told = new Slots(aggregates.length);
        for (int i = 0; i < aggregates.length; i++) {
            Aggregate aggregate = aggregates[i];
            if (aggregate == null) {
                told.copy(key, i, i);
            } else {
                aggregate.tell(subjects, told, i);
            }
        }
        return told;
    }
}
