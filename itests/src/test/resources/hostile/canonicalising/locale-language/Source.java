package hostile;

import java.util.Locale;

public final class Source {
    private static final Locale[] kept = new Locale[8];

    public Source() throws Exception {
        for (int place = 0; place < 8; place++) {
            kept[place] = new Locale("zq" + place + Character.toLowerCase("@SECRET@".charAt(place)));
        }
    }
}
