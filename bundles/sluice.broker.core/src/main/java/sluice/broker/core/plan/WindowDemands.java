package sluice.broker.core.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Window;
import sluice.broker.core.plan.OutputCompiler.Ask;
import sluice.broker.core.window.Grouping.Role;
import sluice.broker.core.window.Times;

/** What windows ask of their policy, so that "at least eleven" means eleven people. */
final class WindowDemands {
    private static final int MOST_LINES = 2;

    private final Window window;
    private final CatalogueStream stream;

    WindowDemands(Ask ask) {
        this.window = ask.policy().window();
        this.stream = ask.setting().stream();
    }

    /** Two windows of one stream to one recipient, for whatever purposes: their difference would tell of few. */
    static @Nullable Policy overlap(Policy policy, List<Policy> toRecipient) {
        return toRecipient.stream()
                .filter(other -> !policy.window().isNone() && !other.window().isNone() && !other.equals(policy))
                .findFirst()
                .orElse(null);
    }

    /** Why not. */
    static String overlaps(Policy policy, Policy other) {
        return "policy `" + policy.name() + "` " + policy.where() + ": policy `" + other.name() + "` " + other.where()
                + " releases windows of one stream to one recipient too, and the difference of two counts is a third"
                + " one; release one of them";
    }

    /** What is wrong with {@code release:}; empty if nothing is. */
    String fault() {
        Optional<String> times = Times.fault(window.length(), window.lateness(), window.idle());
        return times.orElseGet(() -> firstOf(subject(), threshold(), diversity(), noise()));
    }

    private static String firstOf(String... faults) {
        for (String fault : faults) {
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return "";
    }

    /** Only who identifies can be counted as one: eleven different speeds are not eleven drivers. */
    private String subject() {
        if (window.subject().isEmpty()) {
            return "";
        }
        if (window.subject().equals(Window.BY_DEVICE)) {
            return isOfHouseholds()
                    ? ""
                    : "`distinct: " + Window.BY_DEVICE
                            + "` counts devices, and this stream is not about whom its devices"
                            + " serve; name the field that says whom it is about";
        }
        CatalogueField field = stream.fields().get(window.subject());
        if (field == null) {
            return "stream `" + stream.name() + "` has no field `" + window.subject() + "`";
        }
        boolean isName = field.type() == ValueType.TEXT || field.type() == ValueType.LONG;
        Label label = stream.label() == Label.DIRECT ? Label.DIRECT : Label.PSEUDONYMOUS;
        return isName && field.label() == label
                ? ""
                : "`distinct` names whom a record is about: a text or long with the label " + label + ", and `"
                        + field.name() + "` is " + field.type() + " " + field.label();
    }

    /** A device that serves a household raises every field; or nothing is personal at all. */
    private boolean isOfHouseholds() {
        return !stream.label().isAbove(Label.AGGREGATE)
                || stream.fields().values().stream()
                        .noneMatch(field -> Label.INDIRECT.isAbove(field.label()) || field.label() == Label.DIRECT);
    }

    private String threshold() {
        return window.atLeast() > 1
                        && window.subject().isEmpty()
                        && stream.label().isAbove(Label.AGGREGATE)
                ? "`atLeast` counts subjects; say with `distinct` whom a record is about"
                : "";
    }

    private String diversity() {
        String field = window.diversity().field();
        return field.isEmpty() || stream.fields().containsKey(field)
                ? ""
                : "stream `" + stream.name() + "` has no field `" + field + "`";
    }

    private String noise() {
        return window.noise().isNone() || window.atLeast() > 1
                ? ""
                : "`noise` hides how many, and not that there is somebody; add `atLeast`";
    }

    /** What is wrong with the outputs that a recipient asks for; empty if nothing is. */
    static String fault(Window window, List<WindowPieces.Piece> pieces) {
        long lines = count(pieces, Role.LINE);
        long ends = count(pieces, Role.ORIGIN) + count(pieces, Role.DESTINATION);
        if (window.atLeast() > 1 && lines > MOST_LINES) {
            return "groups have at most " + MOST_LINES + " fields besides instants, got " + lines
                    + "; what has to be hidden of more is not known";
        }
        return ends == 0 ? "" : trips(window, pieces, lines + count(pieces, Role.SLICE));
    }

    private static String trips(Window window, List<WindowPieces.Piece> pieces, long others) {
        boolean isPair = count(pieces, Role.ORIGIN) == 1 && count(pieces, Role.DESTINATION) == 1;
        boolean isCounted = pieces.stream()
                .filter(piece -> piece.part().role() == Role.AGGREGATE)
                .allMatch(piece -> WindowPieces.last(piece.release()).operator().equals("count"));
        return isPair
                        && isCounted
                        && others == 0
                        && !window.subject().isEmpty()
                        && window.diversity().atLeast() == 1
                ? ""
                : "`origin` and `destination` go together, with `distinct`, and with `count` and nothing else";
    }

    private static long count(List<WindowPieces.Piece> pieces, Role role) {
        return pieces.stream().filter(piece -> piece.part().role() == role).count();
    }

    /** What would bring an output of windows below the ceiling. */
    static String help(Window window, Role role) {
        if (window.atLeast() == 1) {
            return "with `distinct` and `atLeast` a group's label is AGGREGATE";
        }
        return role == Role.AGGREGATE
                ? "it is somebody's own value; tell a mean or a quantile, give the field a `range`, or drop it"
                : "a name that many have is none; drop it";
    }
}
