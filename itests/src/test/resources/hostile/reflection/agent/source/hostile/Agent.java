package hostile;

public final class Agent {
    private Agent() {}

    public static void agentmain(String argument) {
        System.setProperty("hostile.note", "@SECRET@");
    }
}
