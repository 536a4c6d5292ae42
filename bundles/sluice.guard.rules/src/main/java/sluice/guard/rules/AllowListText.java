package sluice.guard.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.guard.rules.AllowList.Kind;
import sluice.guard.rules.AllowList.Lines;

/** Reads the text of an allow-list. It is part of the program, so that a line that makes no sense is a bug. */
final class AllowListText {
    private static final Pattern LINE = Pattern.compile("(\\w+) (\\S+)(?: -> (.*?))? +# (.+)");
    private static final Map<String, String> PRIMITIVES = Map.of(
            "boolean", "Z", "byte", "B", "char", "C", "short", "S", "int", "I", "long", "J", "float", "F", "double",
            "D", "void", "V");

    private final Map<String, Kind> types = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private final Map<String, String> denied = new HashMap<>();
    private final Map<String, String> inherited = new HashMap<>();
    private final Set<String> bootstraps = new HashSet<>();
    private final Map<String, String> gone = new HashMap<>();
    private final Map<String, Set<Integer>> apis = new HashMap<>();

    private AllowListText() {}

    static Lines parse(String text) {
        AllowListText list = new AllowListText();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(list::line);
        return new Lines(
                Map.copyOf(list.types),
                Set.copyOf(list.members),
                Map.copyOf(list.denied),
                Map.copyOf(list.inherited),
                Set.copyOf(list.bootstraps),
                Map.copyOf(list.gone),
                Map.copyOf(list.apis));
    }

    private void line(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("allow-list: `" + line + "` is no line of it");
        }
        String name = parts.group(2);
        String instead = parts.group(3) == null ? "" : parts.group(3);
        boolean isNew = switch (parts.group(1)) {
            case "open" -> types.put(slashed(name), Kind.OPEN) == null;
            case "type" -> types.put(slashed(name), Kind.TYPE) == null;
            case "part" -> types.put(slashed(name), Kind.PART) == null;
            case "name" -> types.put(slashed(name), Kind.NAME) == null;
            case "with" -> members.add(member(name));
            case "deny" -> deny(member(name), instead);
            case "link" -> bootstraps.add(method(name));
            case "gone" -> gone.put(slashed(name).replace("/*", "/"), instead) == null;
            case "api" -> apis.put(slashed(name) + '/', versions(instead)) == null;
            default -> false;
        };
        if (!isNew) {
            throw new IllegalStateException("allow-list: `" + line + "` is said twice, or of no known kind");
        }
    }

    private boolean deny(String member, String instead) {
        int dot = member.indexOf('.');
        Kind kind = types.get(member.substring(0, dot));
        if (kind == null) {
            throw new IllegalStateException("allow-list: `" + member + "` is denied before its type is named");
        }
        if (kind == Kind.OPEN && !member.startsWith("<init>", dot + 1)) {
            inherited.putIfAbsent(member.substring(dot + 1), instead);
        }
        return denied.put(member, instead) == null;
    }

    private static Set<Integer> versions(String majors) {
        return Stream.of(majors.split(" ")).map(Integer::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static String slashed(String dotted) {
        return dotted.replace('.', '/');
    }

    /** {@code java.util.List.of} or {@code java.util.List.of(java.lang.Object,int[])}, as class files write it. */
    private static String member(String dotted) {
        int open = dotted.indexOf('(');
        String path = open < 0 ? dotted : dotted.substring(0, open);
        int dot = path.lastIndexOf('.');
        return slashed(path.substring(0, dot))
                + path.substring(dot)
                + (open < 0 ? "" : parameters(dotted.substring(open)));
    }

    /** As a member, with the type of its result behind a colon. */
    private static String method(String dotted) {
        int colon = dotted.lastIndexOf(':');
        return member(dotted.substring(0, colon)) + descriptor(dotted.substring(colon + 1));
    }

    private static String parameters(String list) {
        String inner = list.substring(1, list.length() - 1);
        return inner.isEmpty()
                ? "()"
                : Stream.of(inner.split(",")).map(AllowListText::descriptor).collect(Collectors.joining("", "(", ")"));
    }

    private static String descriptor(String type) {
        if (type.endsWith("[]")) {
            return '[' + descriptor(type.substring(0, type.length() - 2));
        }
        String primitive = PRIMITIVES.get(type);
        return primitive == null ? 'L' + slashed(type) + ';' : primitive;
    }
}
