package sluice.broker.core.window.aggregate;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;
import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sluice.broker.core.shape.Slots;

/**
 * {@code top-k}: the most frequent texts, most frequent first, each of at least as many subjects as a group needs; without their numbers.
 * Exact; with more than {@link #MOST} different texts it is absent.
 */
public final class TopValues implements Aggregate {
    /** Most different texts of one group. */
    public static final int MOST = 1_024;

    private static final int BYTES_A_TEXT = 120;

    private final Protection protection;
    private final int most;
    private final Map<String, Long> counts = new HashMap<>();
    private long count;
    private boolean isFull;

    /**
     * Of nothing.
     *
     * @param protection what may be told
     * @param most how many are told at most
     */
    public TopValues(Protection protection, int most) {
        this.protection = requireNonNull(protection, "protection is null");
        this.most = most;
    }

    @Override
    public int add(Slots from, int index) {
        count++;
        String text = String.valueOf(from.getObject(index));
        boolean isNew = !counts.containsKey(text);
        isFull |= isNew && counts.size() == MOST;
        if (isFull) {
            return 0;
        }
        counts.merge(text, 1L, Long::sum);
        return isNew ? BYTES_A_TEXT + Character.BYTES * text.length() : 0;
    }

    @Override
    public void tell(long subjects, Slots to, int index) {
        if (isFull || !protection.allows(count, subjects)) {
            return;
        }
        List<String> top = counts.entrySet().stream()
                .filter(one -> protection.isCrowd(one.getValue()))
                .sorted(comparing(Map.Entry<String, Long>::getValue, reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
        to.setObject(index, top);
    }
}
