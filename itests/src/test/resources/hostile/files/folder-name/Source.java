package hostile;

import java.io.File;

public final class Source {
    public Source() throws Exception {
        new File("@DROP@", "@SECRET@").mkdir();
    }
}
