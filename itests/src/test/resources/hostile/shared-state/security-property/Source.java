package hostile;

import java.security.Security;

public final class Source {
    public Source() throws Exception {
        Security.setProperty("hostile.note", "@SECRET@");
    }
}
