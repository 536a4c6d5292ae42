package sluice.policy.internal.words;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a code is a unit of The Unified Code for Units of Measure (ucum.org), case-sensitive. The grammar is UCUM's; of its atoms those are known
 * that a city's sensors could have: SI with all prefixes, what is used beside it, and the customary ones of North America.
 */
public final class Ucum {
    /** Codes that people look for under another name. */
    public static final List<String> COMMON = List.of(
            "1", "%", "m", "km", "mm", "m/s", "km/h", "s", "min", "h", "d", "g", "kg", "t", "Cel", "K", "Pa", "hPa",
            "kPa", "bar", "V", "mV", "A", "W", "kW.h", "L", "m3", "m2", "lx", "dB", "dB[SPL]", "deg", "ug/m3", "[ppm]",
            "[ppb]", "Hz", "bit", "By", "[degF]", "[mi_i]", "[ft_i]", "mm/h", "W/m2");

    private static final Set<String> METRIC = Set.of(
            "m", "s", "g", "rad", "K", "C", "cd", "mol", "sr", "Hz", "N", "Pa", "J", "W", "A", "V", "F", "Ohm", "S",
            "Wb", "Cel", "T", "H", "lm", "lx", "Bq", "Gy", "Sv", "kat", "l", "L", "ar", "t", "bar", "u", "eV", "pc",
            "B", "B[SPL]", "B[V]", "B[W]", "Np", "bit", "By", "Bd", "cal", "m[H2O]", "m[Hg]", "U", "eq", "osm", "st",
            "R", "[g]");
    private static final Set<String> OTHER = Set.of(
            "min",
            "h",
            "d",
            "wk",
            "mo",
            "a",
            "mo_j",
            "a_j",
            "mo_g",
            "a_g",
            "'",
            "''",
            "deg",
            "gon",
            "circ",
            "%",
            "[ppth]",
            "[ppm]",
            "[ppb]",
            "[pptr]",
            "[pi]",
            "[pH]",
            "[in_i]",
            "[ft_i]",
            "[yd_i]",
            "[mi_i]",
            "[nmi_i]",
            "[kn_i]",
            "[sft_i]",
            "[degF]",
            "[lb_av]",
            "[oz_av]",
            "[gal_us]",
            "[psi]",
            "[HP]",
            "[acr_us]",
            "[Btu]",
            "[car_Au]",
            "atm",
            "10*",
            "10^",
            "bit_s",
            "[CFU]",
            "[iU]");
    private static final List<String> PREFIXES = List.of(
            "da", "Ki", "Mi", "Gi", "Ti", "Y", "Z", "E", "P", "T", "G", "M", "k", "h", "d", "c", "m", "u", "n", "p",
            "f", "a", "z", "y");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9]{1,2}");
    private static final Pattern ANNOTATION = Pattern.compile("\\{[\\x21-\\x7A|~]{0,30}}");
    private static final List<String> LONGEST_FIRST = Stream.concat(METRIC.stream(), OTHER.stream())
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .toList();

    private Ucum() {}

    /**
     * Whether it is one.
     *
     * @param code for example {@code km/h}
     * @return true if so
     */
    public static boolean isUnit(String code) {
        return isTerm(code.startsWith("/") ? code.substring(1) : code);
    }

    /** Components parted by {@code .} and {@code /} outside of brackets. */
    private static boolean isTerm(String term) {
        int depth = 0;
        int from = 0;
        for (int i = 0; i < term.length(); i++) {
            char unit = term.charAt(i);
            depth += "([{".indexOf(unit) >= 0 ? 1 : ")]}".indexOf(unit) >= 0 ? -1 : 0;
            if (depth == 0 && (unit == '.' || unit == '/')) {
                if (!isComponent(term.substring(from, i))) {
                    return false;
                }
                from = i + 1;
            }
        }
        return depth == 0 && isComponent(term.substring(from));
    }

    private static boolean isComponent(String component) {
        if (component.startsWith("(") && component.endsWith(")")) {
            return isTerm(component.substring(1, component.length() - 1));
        }
        int brace = component.indexOf('{');
        String bare = brace < 0 ? component : component.substring(0, brace);
        boolean isAnnotated =
                brace < 0 || ANNOTATION.matcher(component.substring(brace)).matches();
        boolean isAlone = bare.isEmpty() && brace >= 0;
        return isAnnotated && (isAlone || NUMBER.matcher(bare).matches() || isPower(bare));
    }

    private static boolean isPower(String text) {
        return isAtomWithExponent(text, false)
                || PREFIXES.stream()
                        .anyMatch(prefix ->
                                text.startsWith(prefix) && isAtomWithExponent(text.substring(prefix.length()), true));
    }

    private static boolean isAtomWithExponent(String text, boolean isPrefixed) {
        return LONGEST_FIRST.stream()
                .filter(atom -> text.startsWith(atom) && (!isPrefixed || METRIC.contains(atom)))
                .map(atom -> text.substring(atom.length()))
                .anyMatch(rest -> rest.isEmpty() || EXPONENT.matcher(rest).matches());
    }
}
