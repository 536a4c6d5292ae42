package hostile;

public final class Source {
    public static final String HELD = "@SECRET@";

    public Source() throws Exception {

    }
}
