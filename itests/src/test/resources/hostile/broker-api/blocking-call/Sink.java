package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        Thread thread = new Thread(Sink::listen);
        thread.setDaemon(true);
        thread.start();
    }

    private static void listen() {
        for (int i = 0; i < 200 && loot == null; i++) {
            Thread.getAllStackTraces().values().forEach(Sink::read);
        }
    }

    private static void read(StackTraceElement[] stack) {
        StringBuilder letters = new StringBuilder();
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("hostile.Source") && frame.getMethodName().startsWith("letter")) {
                letters.append(frame.getMethodName().substring(6));
            }
        }
        if (letters.length() == 8) {
            loot = letters.reverse().toString();
        }
    }
}
