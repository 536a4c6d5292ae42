package hostile;

import org.slf4j.LoggerFactory;

public final class Source {
    public Source() throws Exception {
        LoggerFactory.getLogger("hostile").warn("note @SECRET@");
    }
}
