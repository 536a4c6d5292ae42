package sluice.operator.internal;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.BrokerView.Sample;

/**
 * One field of a simulated record, before and after.
 *
 * @param field its name
 * @param before as the driver said it; null if the recipient's record alone has such a field
 * @param after as the recipient was told; null if it was not
 */
public record SampleRow(
        String field, @Nullable String before, @Nullable String after) {
    /**
     * The fields of a sample, one row for each name on either side.
     *
     * @param sample before and after
     * @return sorted by name
     */
    public static List<SampleRow> of(Sample sample) {
        SortedSet<String> fields = new TreeSet<>(sample.before().keySet());
        fields.addAll(sample.after().keySet());
        return fields.stream()
                .map(field -> new SampleRow(
                        field, sample.before().get(field), sample.after().get(field)))
                .toList();
    }

    /**
     * Whether the recipient is not told the field.
     *
     * @return true if so
     */
    public boolean isDropped() {
        return after == null;
    }

    /**
     * Whether the recipient is told something else than the driver said.
     *
     * @return true if so
     */
    public boolean isChanged() {
        return after != null && !after.equals(before);
    }
}
