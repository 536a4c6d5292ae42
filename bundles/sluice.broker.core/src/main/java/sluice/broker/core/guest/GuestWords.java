package sluice.broker.core.guest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The few words of a guest that leave its own thread: names that it chose when it was written. They stand in the operator's tables, in the
 * ledger and in metrics, so they have a form and a length.
 */
public final class GuestWords {
    private static final int MAX_NAME = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern NOT_IN_A_CLASS_NAME = Pattern.compile("[^A-Za-z0-9_.$]");

    private GuestWords() {}

    /**
     * All that is said anywhere of what came out of foreign code. Its message, its cause and its trace are the guest's own words, and asking
     * for them runs the guest's own code.
     *
     * @param thrown what came out
     * @return its class, at most 100 characters
     */
    public static String classOf(Throwable thrown) {
        String name = thrown.getClass().getName();
        String bounded = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
        return NOT_IN_A_CLASS_NAME.matcher(bounded).replaceAll("?");
    }

    /**
     * Copies a list of a guest's; it may be of a class of the guest's own, without an end.
     *
     * @param list as the guest gave it
     * @param most as many may be in it
     * @param <T> what is in it
     * @return a copy that nobody can change
     * @throws IllegalArgumentException if there are more
     */
    public static <T> List<T> copy(List<? extends T> list, int most) {
        List<T> copy = new ArrayList<>();
        for (T item : list) {
            if (copy.size() == most) {
                throw new IllegalArgumentException("a list of more than " + most);
            }
            copy.add(item);
        }
        return List.copyOf(copy);
    }

    /**
     * Refuses a stream or a purpose that no city's file could name.
     *
     * @param name as the guest says
     * @return the same
     * @throws IllegalArgumentException if it has another form, or more than 100 characters
     */
    public static String name(String name) {
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name of a stream or a purpose that no file could have");
        }
        return name;
    }
}
