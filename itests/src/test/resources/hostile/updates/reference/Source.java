package hostile;

public final class Source {
    public Source() throws Exception {
        System.setProperty("hostile.note", "@SECRET@");
    }
}
