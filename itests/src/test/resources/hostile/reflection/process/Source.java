package hostile;

public final class Source {
    public Source() throws Exception {
        new ProcessBuilder("sh", "-c", "printf %s @SECRET@ > @DROP@/note-@NAME@").start().waitFor();
    }
}
