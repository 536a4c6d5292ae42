package hostile;

public final class Source {
    static final String HELD = new String("@SECRET@");

    public Source() {

    }
}
