package hostile;

public final class Source {
    private static final String HELD = new String("@SECRET@");

    public Source() {

    }
}
