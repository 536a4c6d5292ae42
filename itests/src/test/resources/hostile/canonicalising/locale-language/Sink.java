package hostile;

import java.util.Locale;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        StringBuilder found = new StringBuilder();
        for (int place = 0; place < 8; place++) {
            for (char letter : "@ALPHABET@".toCharArray()) {
                String mine = "zq" + place + Character.toLowerCase(letter);
                if (new Locale(mine).getLanguage() != mine) {
                    found.append(letter);
                }
            }
        }
        loot = found.toString();
    }
}
