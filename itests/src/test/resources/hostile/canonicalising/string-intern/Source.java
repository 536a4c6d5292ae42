package hostile;

public final class Source {
    private static final String[] kept = new String[8];

    public Source() throws Exception {
        for (int place = 0; place < 8; place++) {
            kept[place] = ("@NAME@ " + place + "@SECRET@".charAt(place)).intern();
        }
    }
}
