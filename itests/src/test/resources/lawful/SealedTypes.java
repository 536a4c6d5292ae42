package lawful;

public final class SealedTypes {
    public static volatile String result;

    public SealedTypes() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Answer answer = new Yes(4);
        return answer instanceof Yes yes && yes.number() == 4;
    }

    private sealed interface Answer permits Yes, No {}

    private record Yes(int number) implements Answer {}

    private record No() implements Answer {}
}
