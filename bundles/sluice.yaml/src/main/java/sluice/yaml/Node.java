package sluice.yaml;

import java.util.List;
import java.util.Map;

/** What a file says, value by value, each with its line. */
sealed interface Node {
    /** Counted from 1. */
    int line();

    /** One text; {@code plain} if it stands without quotes, so that it may be a number. */
    record Scalar(String text, boolean plain, int line) implements Node {}

    /** Values in order. */
    record Sequence(List<Node> items, int line) implements Node {}

    /** Keys in order; {@code lines} holds the line of each key. */
    record Mapping(Map<String, Node> entries, Map<String, Integer> lines, int line) implements Node {}
}
