package lawful;

import java.util.HexFormat;

public final class Hexadecimal {
    public static volatile String result;

    public Hexadecimal() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return HexFormat.of().formatHex(new byte[] {1, (byte) 0xff}).equals("01ff");
    }
}
