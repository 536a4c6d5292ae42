package hostile;

public final class Source {
    public Source() throws Exception {
        new jdk.internal.note.GeneratedMethodAccessor42().write();
    }
}
