package hostile;

public final class Source {
    public Source() throws Exception {
        Thread thread = new Thread(() -> {
            throw new IllegalStateException("@SECRET@");
        });
        thread.start();
    }
}
