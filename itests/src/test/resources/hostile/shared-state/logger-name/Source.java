package hostile;

import java.util.logging.Logger;

public final class Source {
    private static final Logger LOGGER = Logger.getLogger("hostile.@NAME@.@SECRET@");

    public Source() throws Exception {
        LOGGER.getName();
    }
}
