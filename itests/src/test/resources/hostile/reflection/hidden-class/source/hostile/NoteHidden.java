package hostile;

public final class NoteHidden implements Runnable {
    @Override
    public void run() {
        System.setProperty("hostile.note", "@SECRET@");
    }
}
