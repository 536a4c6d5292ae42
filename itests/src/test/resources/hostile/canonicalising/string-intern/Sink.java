package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        StringBuilder found = new StringBuilder();
        for (int place = 0; place < 8; place++) {
            for (char letter : "@ALPHABET@".toCharArray()) {
                String mine = "@NAME@ " + place + letter;
                if (mine.intern() != mine) {
                    found.append(letter);
                }
            }
        }
        loot = found.toString();
    }
}
