package sluice.guard.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The choke points, as they are listed in the agent's jar, numbered. */
final class ChokePoints {
    private final List<ChokePoint> points = new ArrayList<>();
    private final Map<String, List<Integer>> byType = new HashMap<>();
    private final Set<String> privileged = new HashSet<>();

    private ChokePoints() {}

    /** No choke point at all. */
    static ChokePoints none() {
        return new ChokePoints();
    }

    /**
     * Reads the lists.
     *
     * @throws IOException one is missing or has a line that says nothing
     */
    static ChokePoints read() throws IOException {
        ChokePoints points = new ChokePoints();
        for (String[] words : words("choke-points.txt", 5)) {
            points.add(new ChokePoint(words[0], words[1], words[2], words[4]));
        }
        for (String[] words : words("choke-points-by-hand.txt", 4)) {
            points.add(new ChokePoint(words[0], words[1], words[2], words[3]));
        }
        for (String[] words : words("privileged.txt", 3)) {
            points.privileged.add(key(words[0].replace('/', '.'), words[1], words[2]));
        }
        return points;
    }

    private void add(ChokePoint point) {
        byType.computeIfAbsent(point.type(), type -> new ArrayList<>()).add(points.size());
        points.add(point);
    }

    private static List<String[]> words(String file, int count) throws IOException {
        List<String[]> lines = new ArrayList<>();
        for (String line : text(file).split("\n")) {
            int comment = line.indexOf('#');
            String entry = (comment < 0 ? line : line.substring(0, comment)).strip();
            String[] words = entry.split("\\s+");
            if (!entry.isEmpty() && words.length != count) {
                throw new IOException(
                        "agent-broken: `" + file + "` has a line of " + words.length + " words: " + entry);
            }
            if (!entry.isEmpty()) {
                lines.add(words);
            }
        }
        return lines;
    }

    private static String text(String file) throws IOException {
        try (InputStream in = ClassLoader.getSystemResourceAsStream("sluice/guard/agent/" + file)) {
            if (in == null) {
                throw new IOException("agent-broken: `" + file + "` is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String key(String type, String method, String descriptor) {
        return type + ' ' + method + ' ' + descriptor;
    }

    ChokePoint get(int number) {
        return points.get(number);
    }

    int size() {
        return points.size();
    }

    /** Whether a class, named with slashes, has any. */
    boolean has(String type) {
        return byType.containsKey(type);
    }

    /** The first choke point that a method is; -1 if it is none. */
    int of(String type, String method, String descriptor) {
        for (int number : byType.getOrDefault(type, List.of())) {
            if (points.get(number).is(method, descriptor)) {
                return number;
            }
        }
        return -1;
    }

    /** Whether a method of the JDK, its class named with dots, acts with the JDK's own rights. */
    boolean isPrivileged(String type, String method, String descriptor) {
        return privileged.contains(key(type, method, descriptor));
    }
}
