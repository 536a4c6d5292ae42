package hostile;

public final class Source {
    public Source() throws Exception {
        Thread[] threads = new Thread[2];
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().startsWith("hostile-bit-")) {
                threads[each.getName().charAt(12) - '0'] = each;
            }
        }
        for (char letter : "@SECRET@".toCharArray()) {
            for (int bit = 4; bit >= 0; bit--) {
                Thread thread = threads["@ALPHABET@".indexOf(letter) >> bit & 1];
                thread.interrupt();
                while (thread.isInterrupted()) {
                    Thread.onSpinWait();
                }
            }
        }
    }
}
