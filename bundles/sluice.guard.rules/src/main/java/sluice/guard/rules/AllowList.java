package sluice.guard.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which types and members a guest may use. The list is data, {@code allow-list-N.txt} beside this class, whose head explains its lines. Every
 * question is a hash look-up. Immutable.
 */
public final class AllowList {
    private static final int NEWEST = 1;

    private final int version;
    private final String text;
    private final Lines lines;

    /** How far a guest may use a type. */
    enum Kind {
        /** Every member but the denied ones; it may be extended and implemented. */
        OPEN,
        /** Every member but the denied ones. */
        TYPE,
        /** The members that are named. */
        PART,
        /** Stands in class files because the compiler puts it there; nothing of it can be used. */
        NAME
    }

    /**
     * Why a member can not be used.
     *
     * @param rule the rule's code
     * @param instead what is allowed in its place; empty if nothing is
     */
    record Denial(String rule, String instead) {}

    /**
     * What the lines of a list say. Types are written with slashes; a member as {@code java/lang/String.intern}, for all methods and fields of
     * that name, or as {@code java/util/Collections.shuffle(Ljava/util/List;)} for one.
     *
     * @param types the types that may be used, and how far
     * @param members members of a {@link Kind#PART} that may be used
     * @param denied members that may not, to what is allowed instead
     * @param inherited the same for members of open types, without their type: whoever extends one has them too
     * @param bootstraps methods that may link dynamic calls, with type and full descriptor
     * @param gone types and packages ({@code java/net/}) that some look for, to what is allowed instead
     * @param apis packages that guests are written against ({@code sluice/driver/spi/}), to their major versions
     */
    record Lines(
            Map<String, Kind> types,
            Set<String> members,
            Map<String, String> denied,
            Map<String, String> inherited,
            Set<String> bootstraps,
            Map<String, String> gone,
            Map<String, Set<Integer>> apis) {}

    private AllowList(int version, String text) {
        this.version = version;
        this.text = text;
        this.lines = AllowListText.parse(text);
    }

    /** Read once; immutable. */
    private static final class Newest {
        private static final AllowList LIST = new AllowList(NEWEST, read(NEWEST));
    }

    /** The newest list: the one that guests are scanned with. */
    public static AllowList current() {
        return Newest.LIST;
    }

    /**
     * A published list.
     *
     * @param version counted from 1
     * @return empty if there is none of that version
     */
    public static Optional<AllowList> version(int version) {
        if (version < 1 || version > NEWEST) {
            return Optional.empty();
        }
        return Optional.of(version == NEWEST ? current() : new AllowList(version, read(version)));
    }

    /** For tests of what a list means. */
    static AllowList of(int version, String text) {
        return new AllowList(version, text);
    }

    private static String read(int version) {
        String name = "allow-list-" + version + ".txt";
        try (InputStream in = AllowList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("`" + name + "` is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counted from 1. */
    public int version() {
        return version;
    }

    /** The list as it is published, with its head. */
    public String text() {
        return text;
    }

    Lines lines() {
        return lines;
    }

    /** Whether guests are written against the package of this class, so that its types are open. */
    boolean isApi(String type) {
        return lines.apis().containsKey(type.substring(0, type.lastIndexOf('/') + 1));
    }

    /** Whether a class file may have it among its constants. */
    boolean isNamed(String type) {
        return lines.types().containsKey(type) || isApi(type);
    }

    /** Whether a value may be of this type. */
    boolean isAllowed(String type) {
        Kind kind = lines.types().get(type);
        return kind == null ? isApi(type) : kind != Kind.NAME;
    }

    /** Whether a guest's class or lambda may be one. */
    boolean isOpen(String type) {
        Kind kind = lines.types().get(type);
        return kind == null ? isApi(type) : kind == Kind.OPEN;
    }

    /** Whether dynamic calls may be linked by it: {@code type.name(parameters)result}. */
    boolean isBootstrap(String method) {
        return lines.bootstraps().contains(method);
    }

    /** What to use in place of a type that is not here; empty if nothing is known. */
    String instead(String type) {
        String exact = lines.gone().get(type);
        for (int end = type.lastIndexOf('/'); exact == null && end > 0; end = type.lastIndexOf('/', end - 1)) {
            exact = lines.gone().get(type.substring(0, end + 1));
        }
        return exact == null ? "" : exact;
    }

    /**
     * Whether a member is inherited that must not be used, whatever the type through which it is named.
     *
     * @param parameters {@code (...)} of a method, or empty for a field
     */
    Optional<Denial> inherited(String name, String parameters) {
        String instead = lines.inherited().get(name);
        if (instead == null) {
            instead = lines.inherited().get(name + parameters);
        }
        return Optional.ofNullable(instead).map(text -> new Denial("member-denied", text));
    }

    /** Whether a member of a type on this list must not be used; for other types nothing is said. */
    Optional<Denial> member(String owner, String name, String parameters) {
        Kind kind = lines.types().get(owner);
        if (kind == null) {
            return Optional.empty();
        }
        String every = owner + '.' + name;
        String one = every + parameters;
        if (kind == Kind.NAME || kind == Kind.PART && !contains(every, one)) {
            return Optional.of(new Denial("member-not-allowed", lines.denied().getOrDefault(every, instead(owner))));
        }
        String instead = lines.denied().getOrDefault(every, lines.denied().get(one));
        return Optional.ofNullable(instead).map(text -> new Denial("member-denied", text));
    }

    private boolean contains(String every, String one) {
        return lines.members().contains(every) || lines.members().contains(one);
    }
}
