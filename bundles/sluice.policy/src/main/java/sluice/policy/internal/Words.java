package sluice.policy.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Closed sets of words, as the city writes them. */
final class Words {
    private Words() {}

    static <T> Map<String, T> of(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }
}
