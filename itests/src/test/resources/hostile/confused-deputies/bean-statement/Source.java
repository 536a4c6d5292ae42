package hostile;

import java.beans.Statement;

public final class Source {
    public Source() throws Exception {
        new Statement(System.class, "setProperty", new Object[] {"hostile.note", "@SECRET@"}).execute();
    }
}
