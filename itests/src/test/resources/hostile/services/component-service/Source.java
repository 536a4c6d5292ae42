package hostile;

public final class Source implements java.util.function.Supplier<String> {
    public Source() throws Exception {

    }

    @Override
    public String get() {
        return "@SECRET@";
    }
}
