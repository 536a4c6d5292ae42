package sluice.schema;

import sluice.yaml.YamlCode;
import sluice.yaml.YamlValue;

/**
 * How many elements or keys there may be.
 *
 * @param least at least
 * @param most at most
 * @param what what is counted, for example {@code a list}
 * @param wording how to say it
 */
record Counted(double least, double most, String what, Wording wording) {
    static final Counted ANY = new Counted(0, Double.POSITIVE_INFINITY, "", new Wording("", "", "", false));

    boolean check(int count, YamlValue value, boolean say) {
        if (count >= least && count <= most) {
            return true;
        }
        String wanted =
                what + " of " + (int) least + (most == Double.POSITIVE_INFINITY ? " or more" : " to " + (int) most);
        return wording.wrong(value, say, new Wording.Fault(YamlCode.BAD_VALUE, true, wanted, what + " of " + count));
    }
}
