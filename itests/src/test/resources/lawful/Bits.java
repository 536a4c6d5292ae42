package lawful;

public final class Bits {
    public static volatile String result;

    public Bits() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        int word = 0xbeef;
        return (word >>> 8 & 0xff) == 0xbe && Integer.bitCount(word) == 13 && Integer.reverseBytes(1) == 1 << 24;
    }
}
