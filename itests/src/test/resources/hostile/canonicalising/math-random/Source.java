package hostile;

public final class Source {
    public Source() throws Exception {
        int number = 0;
        for (char letter : "@TAIL@".toCharArray()) {
            number = number * 32 + "@ALPHABET@".indexOf(letter);
        }
        for (int i = 0; i < number; i++) {
            Math.random();
        }
        Thread.sleep(50);
    }
}
