package hostile;

public final class Source {
    public int answer() {
        return 42;
    }
}
