package sluice.policy.internal.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Closed sets of words, as the city writes them. */
public final class Words {
    private Words() {}

    /**
     * Words to what they stand for.
     *
     * @param values all that there are
     * @param word how each is written
     * @param <T> their type
     * @return in the given order
     */
    public static <T> Map<String, T> of(T[] values, Function<T, String> word) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(word.apply(value), value);
        }
        return words;
    }
}
