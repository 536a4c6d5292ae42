package sluice.check;

/** The program: {@code java -jar sluice.check.jar my-driver.jar}. */
public final class Main {
    private Main() {}

    /** Not yet. */
    public static void main(String[] arguments) {
        System.exit(2);
    }
}
