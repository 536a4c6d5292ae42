package hostile;

public final class Source {
    public Source() {

    }
}
