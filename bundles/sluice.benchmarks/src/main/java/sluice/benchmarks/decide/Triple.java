package sluice.benchmarks.decide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a rule permits, in the words of every engine.
 *
 * @param recipient who is told
 * @param stream of what
 * @param purpose what for
 */
public record Triple(String recipient, String stream, String purpose) {
    /** What a pair asks for. */
    static Triple of(int pair) {
        return new Triple(Plans.recipient(pair), Plans.stream(pair % Plans.SHAPES), Plans.PURPOSE);
    }

    /** What {@link Plans#set} permits when it has as many rules as bound pairs, in an order that has nothing to do with who asks how often. */
    static List<Triple> permitted(int rules) {
        List<Triple> shuffled = new ArrayList<>(mostAskedFirst(rules));
        Collections.shuffle(shuffled, new Random(1));
        return shuffled;
    }

    /** The same in the order that suits an engine best which tries one rule after the other. */
    static List<Triple> mostAskedFirst(int rules) {
        return IntStream.iterate(0, pair -> pair + 1)
                .filter(pair -> pair >= rules || !Plans.isGap(pair))
                .limit(rules)
                .mapToObj(Triple::of)
                .toList();
    }
}
