package hostile;

public final class Source {
    public Source() throws Exception {
        new jdk.proxy7.$Proxy42().write();
    }
}
