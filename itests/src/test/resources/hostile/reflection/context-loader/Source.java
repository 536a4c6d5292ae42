package hostile;

public final class Source {
    public static final String HELD = new String("@SECRET@");

    public Source() throws Exception {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException over) {
                return;
            }
        }, "hostile-context");
        thread.setContextClassLoader(Source.class.getClassLoader());
        thread.setDaemon(true);
        thread.start();
    }
}
