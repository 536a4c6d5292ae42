package hostile;

public record Level(String container, double fillingLevel) {
    public Level {
        System.setProperty("hostile.note", container);
    }
}
