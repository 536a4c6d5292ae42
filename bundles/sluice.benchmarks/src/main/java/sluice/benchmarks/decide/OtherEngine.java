package sluice.benchmarks.decide;

import java.util.List;

/**
 * A general engine that decides by the same 200 rules: whether a recipient may have a stream for a purpose, without conditions and without
 * minimisation. Engines that are not of the usual build are found by {@link java.util.ServiceLoader}.
 */
public interface OtherEngine {
    /** How many rules it has. */
    int RULES = 200;

    /** What its makers call it. */
    String name();

    /**
     * Reads rules, in this order, instead of those before.
     *
     * @param rules what is permitted
     */
    void read(List<Triple> rules);

    /**
     * One decision, from the three texts on.
     *
     * @param pair which pair of a stream and a recipient asks, see {@link Plans}
     */
    boolean permits(int pair);

    /** The next decision of those that the workload draws. */
    boolean enforce();
}
