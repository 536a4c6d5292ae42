package hostile;

public final class Source {
    private static final String NOTE = "note=@SECRET@";

    public Source() throws Exception {
        NOTE.length();
    }
}
