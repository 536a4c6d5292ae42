package hostile;

public final class Source {
    public Source() throws Exception {
        new jdk.internal.reflect.GeneratedMethodAccessor42().write();
    }
}
