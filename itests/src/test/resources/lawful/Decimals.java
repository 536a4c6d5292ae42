package lawful;

import java.math.BigDecimal;
import java.math.RoundingMode;

public final class Decimals {
    public static volatile String result;

    public Decimals() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return new BigDecimal("1.005").setScale(2, RoundingMode.HALF_UP).equals(new BigDecimal("1.01"));
    }
}
