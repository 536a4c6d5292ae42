package sluice.broker.core.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.aggregate.Complement;

/**
 * What is told of a closed window.
 *
 * @param rows one for each group that may be told, with all that the recipient's record requires
 * @param hidden how many groups are not told
 */
record Shown(List<Slots> rows, int hidden) {
    Shown {
        rows = List.copyOf(rows);
    }

    /** Hides the groups that are too small and what would tell of them, and tells the others. */
    static Shown of(Grouping grouping, List<Group> groups, RandomGenerator random) {
        boolean[] hidden = new boolean[groups.size()];
        int[] counts = new int[groups.size()];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = groups.get(i).isTooSmall();
            counts[i] = groups.get(i).subjects();
        }
        complement(grouping, groups, hidden, counts, random);
        List<Slots> rows = new ArrayList<>();
        for (int i = 0; i < hidden.length; i++) {
            Slots row = hidden[i]
                    ? new Slots(grouping.outputs().size())
                    : groups.get(i).tell();
            if (!hidden[i] && (row.present() & grouping.required()) == grouping.required()) {
                rows.add(row);
            }
        }
        Collections.shuffle(rows, new Random(random.nextLong()));
        return new Shown(rows, groups.size() - rows.size());
    }

    private static void complement(
            Grouping grouping, List<Group> groups, boolean[] hidden, int[] counts, RandomGenerator random) {
        int atLeast = grouping.protection().atLeast();
        int slices = grouping.mask(Role.SLICE);
        List<Integer> fields = bits(grouping.keys() & ~slices);
        if (fields.size() == 2) {
            Complement.ofTable(lines(groups, slices, fields), counts, hidden, atLeast, random);
        } else if (fields.size() == 1) {
            slice(groups, slices).forEach(one -> ofLine(one, counts, hidden, atLeast, random));
        }
    }

    /** Of each group the number of its line by the first and by the second field, within its slice. */
    private static int[][] lines(List<Group> groups, int slices, List<Integer> fields) {
        Map<List<Object>, Integer> numbers = new HashMap<>();
        int[][] lines = new int[groups.size()][];
        for (int i = 0; i < lines.length; i++) {
            Slots key = groups.get(i).key();
            int first = number(numbers, key, slices | 1 << fields.get(0));
            int second = number(numbers, key, slices | 1 << fields.get(1));
            lines[i] = new int[] {first, second};
        }
        return lines;
    }

    private static int number(Map<List<Object>, Integer> numbers, Slots key, int mask) {
        return numbers.computeIfAbsent(values(key, mask), any -> numbers.size());
    }

    private static Iterable<List<Integer>> slice(List<Group> groups, int slices) {
        Map<List<Object>, List<Integer>> parts = new HashMap<>();
        for (int i = 0; i < groups.size(); i++) {
            parts.computeIfAbsent(values(groups.get(i).key(), slices), any -> new ArrayList<>())
                    .add(i);
        }
        return parts.values();
    }

    private static void ofLine(
            List<Integer> line, int[] counts, boolean[] hidden, int atLeast, RandomGenerator random) {
        int[] of = line.stream().mapToInt(i -> counts[i]).toArray();
        boolean[] isHidden = new boolean[of.length];
        for (int i = 0; i < of.length; i++) {
            isHidden[i] = hidden[line.get(i)];
        }
        Complement.ofLine(of, isHidden, atLeast, random);
        for (int i = 0; i < of.length; i++) {
            hidden[line.get(i)] = isHidden[i];
        }
    }

    private static List<Object> values(Slots key, int mask) {
        List<Object> values = new ArrayList<>();
        values.add(mask);
        for (int i : bits(mask)) {
            Object object = key.getObject(i);
            values.add(object == null ? key.getLong(i) : object);
            values.add(key.has(i));
        }
        return values;
    }

    private static List<Integer> bits(int mask) {
        List<Integer> bits = new ArrayList<>();
        for (int i = 0; i < Integer.SIZE; i++) {
            if ((mask >>> i & 1) != 0) {
                bits.add(i);
            }
        }
        return bits;
    }
}
