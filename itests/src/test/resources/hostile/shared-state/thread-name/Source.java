package hostile;

public final class Source {
    public Source() throws Exception {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException over) {
                return;
            }
        }, "hostile @SECRET@");
        thread.setDaemon(true);
        thread.start();
    }
}
