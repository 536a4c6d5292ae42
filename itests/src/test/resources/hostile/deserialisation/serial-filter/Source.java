package hostile;

import java.io.ObjectInputFilter;

public final class Source {
    public Source() throws Exception {
        ObjectInputFilter.Config.setSerialFilter(new ObjectInputFilter() {
            @Override
            public Status checkInput(FilterInfo info) {
                return Status.UNDECIDED;
            }

            @Override
            public String toString() {
                return "@SECRET@";
            }
        });
    }
}
