package hostile;

import hostile.shared.Holder;

public final class Source {
    public Source() throws Exception {
        Holder.held = "@SECRET@";
    }
}
