package hostile;

public final class Source {
    public Source() throws Exception {
        new sluice.broker.internal.Note().write();
    }
}
