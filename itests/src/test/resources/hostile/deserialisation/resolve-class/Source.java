package hostile;

import java.io.Serializable;

public final class Source implements Serializable {
    public Source() {

    }

    private static final long serialVersionUID = 1;

    private Object readResolve() {
        return "@SECRET@";
    }
}
