package sluice.guard.rules;

/** A place in an array of bytes, big-endian as in a class file; reading beyond the end is {@link Malformed}. */
final class Bytes {
    private final byte[] all;
    private final int end;
    private int at;

    Bytes(byte[] all) {
        this(all, 0, all.length);
    }

    private Bytes(byte[] all, int from, int end) {
        this.all = all;
        this.at = from;
        this.end = end;
    }

    int at() {
        return at;
    }

    boolean hasMore() {
        return at < end;
    }

    int u1() throws Malformed {
        need(1);
        return all[at++] & 0xff;
    }

    int u2() throws Malformed {
        need(2);
        int value = (all[at] & 0xff) << 8 | all[at + 1] & 0xff;
        at += 2;
        return value;
    }

    /** As a signed number: what is counted here is never over 2^31. */
    int s4() throws Malformed {
        return u2() << 16 | u2();
    }

    void skip(int count) throws Malformed {
        need(count);
        at += count;
    }

    /** The next bytes as a place of their own, and this one behind them. */
    Bytes part(int length) throws Malformed {
        need(length);
        Bytes part = new Bytes(all, at, at + length);
        at += length;
        return part;
    }

    /** Modified UTF-8 (JVMS 4.4.7), as the JVM reads it. */
    String utf(int length) throws Malformed {
        need(length);
        char[] chars = new char[length];
        int count = 0;
        int stop = at + length;
        while (at < stop) {
            int first = all[at++] & 0xff;
            if (first == 0 || first >= 0xf0 || first >= 0x80 && first < 0xc0) {
                throw new Malformed("text that is not UTF-8");
            }
            int more = first < 0x80 ? 0 : first < 0xe0 ? 1 : 2;
            int code = more == 0 ? first : first & (more == 1 ? 0x1f : 0x0f);
            for (int i = 0; i < more; i++) {
                code = code << 6 | continuation(stop);
            }
            chars[count++] = (char) code;
        }
        return new String(chars, 0, count);
    }

    private int continuation(int stop) throws Malformed {
        if (at >= stop || (all[at] & 0xc0) != 0x80) {
            throw new Malformed("text that is not UTF-8");
        }
        return all[at++] & 0x3f;
    }

    private void need(int count) throws Malformed {
        if (count < 0 || count > end - at) {
            throw new Malformed("ends too early");
        }
    }
}
