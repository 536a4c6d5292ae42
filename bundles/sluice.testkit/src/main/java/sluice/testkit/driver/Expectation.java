package sluice.testkit.driver;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.driver.spi.Json;

/** How one value of a maker's codec is found among what our codec states. Numbers agree to a billionth. */
@FunctionalInterface
public interface Expectation {
    /** Matches the number at the beginning of a text such as {@code 2799 mm}. */
    Pattern QUANTITY = Pattern.compile("^-?\\d+(\\.\\d+)?");

    /**
     * Compares.
     *
     * @param maker what the maker's codec says
     * @param ours what our codec states, by the fact's name
     * @return whether both mean the same
     */
    boolean agrees(Json maker, Map<String, List<Double>> ours);

    /**
     * A number, a number in front of a text, or a truth value.
     *
     * @param fact the fact's name
     * @param factor our unit times this is the maker's
     * @return the expectation
     */
    static Expectation number(String fact, double factor) {
        return at(fact, 0, factor);
    }

    /**
     * A number in our own unit.
     *
     * @param fact the fact's name
     * @return the expectation
     */
    static Expectation number(String fact) {
        return number(fact, 1);
    }

    /**
     * One of several statements of a fact.
     *
     * @param fact the fact's name
     * @param index which
     * @param factor our unit times this is the maker's
     * @return the expectation
     */
    static Expectation at(String fact, int index, double factor) {
        return (maker, ours) -> {
            List<Double> values = ours.getOrDefault(fact, List.of());
            return index < values.size() && near(value(maker), values.get(index) * factor);
        };
    }

    /**
     * A list of numbers: all statements of a fact.
     *
     * @param fact the fact's name
     * @return the expectation
     */
    static Expectation all(String fact) {
        return (maker, ours) -> {
            List<Double> values = ours.getOrDefault(fact, List.of());
            boolean same = maker.items().size() == values.size();
            for (int i = 0; same && i < values.size(); i++) {
                same = near(value(maker.items().get(i)), values.get(i));
            }
            return same;
        };
    }

    /**
     * A word for a number.
     *
     * @param fact the fact's name
     * @param words the maker's words and our numbers
     * @return the expectation; a word that is not listed is no agreement
     */
    static Expectation word(String fact, Map<String, Double> words) {
        return (maker, ours) -> {
            Double meant = words.get(maker.text().orElse(""));
            List<Double> values = ours.getOrDefault(fact, List.of());
            return meant != null && !values.isEmpty() && near(meant, values.get(0));
        };
    }

    /**
     * A word that says that something is not there.
     *
     * @param fact the fact's name
     * @param word the maker's word; any other value has to agree as a number
     * @param factor our unit times this is the maker's
     * @return the expectation
     */
    static Expectation numberUnless(String fact, String word, double factor) {
        return (maker, ours) -> maker.text().filter(word::equals).isPresent()
                ? !ours.containsKey(fact)
                : number(fact, factor).agrees(maker, ours);
    }

    /**
     * One of the statements of a fact that the maker tells apart by name.
     *
     * @param fact the fact's name
     * @param none the maker's word for a probe that is not there
     * @return the expectation
     */
    static Expectation among(String fact, String none) {
        return (maker, ours) -> maker.text().filter(none::equals).isPresent()
                || ours.getOrDefault(fact, List.of()).stream().anyMatch(value -> near(value(maker), value));
    }

    /**
     * What the maker's codec adds whatever the frame says, or says a second time in words.
     *
     * @return agrees always
     */
    static Expectation constant() {
        return (maker, ours) -> true;
    }

    private static double value(Json maker) {
        if (maker.number().isPresent()) {
            return maker.number().getAsDouble();
        }
        if (maker.truth().isPresent()) {
            return maker.truth().get() ? 1 : 0;
        }
        Matcher matcher = QUANTITY.matcher(maker.text().orElse(""));
        return matcher.find() ? Double.parseDouble(matcher.group()) : Double.NaN;
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
    }
}
