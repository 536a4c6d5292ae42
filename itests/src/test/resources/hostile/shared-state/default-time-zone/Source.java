package hostile;

import java.util.SimpleTimeZone;
import java.util.TimeZone;

public final class Source {
    public Source() throws Exception {
        TimeZone.setDefault(new SimpleTimeZone(0, "@SECRET@"));
    }
}
