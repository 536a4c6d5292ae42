package hostile;

public final class Source {
    public Source() throws Exception {
        new Added().write();
    }
}
