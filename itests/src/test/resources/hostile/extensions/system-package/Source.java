package hostile;

import hostile.ext.shared.Holder;

public final class Source {
    public Source() throws Exception {
        Holder.held = "@SECRET@";
    }
}
