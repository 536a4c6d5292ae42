package lawful;

import java.math.BigInteger;

public final class BigIntegers {
    public static volatile String result;

    public BigIntegers() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return BigInteger.TWO.pow(64).mod(BigInteger.valueOf(97)).intValue() == 61;
    }
}
