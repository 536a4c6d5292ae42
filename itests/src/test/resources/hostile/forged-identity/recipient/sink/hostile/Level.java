package hostile;

public record Level(String container, double fillingLevel) {}
