package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Window;
import sluice.broker.core.noise.Mechanism;
import sluice.broker.core.plan.OutputCompiler.Ask;
import sluice.broker.core.plan.WindowPieces.Piece;
import sluice.broker.core.plan.condition.Required;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.kind.Setting;
import sluice.broker.core.plan.operator.window.Crowd;
import sluice.broker.core.shape.Component;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.window.Recipe;
import sluice.broker.core.window.Times;
import sluice.broker.core.window.aggregate.Protection;

/** A policy that releases windows, being compiled for one recipient. */
final class WindowCompilation {
    private final Operators operators;
    private final Ask ask;
    private final Verdict verdict;
    private final Window window;
    private final Map<String, Piece> released = new LinkedHashMap<>();

    WindowCompilation(Operators operators, Ask ask, Verdict verdict) {
        this.operators = operators;
        this.ask = ask;
        this.verdict = verdict;
        this.window = ask.policy().window();
    }

    /**
     * Compiles.
     *
     * @param held what holds records back
     * @param passing label of what a record's passing tells
     */
    Ruling compile(List<Ruling.Held> held, Label passing) {
        String fault = new WindowDemands(ask).fault();
        if (!fault.isEmpty()) {
            return verdict.badPlan(ask.policy().where(), fault);
        }
        Crowd crowd = new Crowd(protection(window), ask.setting().stream().label(), mechanism());
        WindowPieces pieces = new WindowPieces(operators, ask.setting(), crowd);
        for (Policy.Release release : ask.policy().releases()) {
            Ruling denied = release(release, pieces);
            if (denied != null) {
                return denied;
            }
        }
        return choose(held, crowd.ofShared(passing));
    }

    /** The type of an output, whoever asks; empty if it can not be made. */
    static Optional<ValueType> typeOf(Policy.Release release, Window window, Operators operators, Setting setting) {
        Crowd crowd = new Crowd(protection(window), setting.stream().label(), null);
        return new WindowPieces(operators, setting, crowd).make(release) instanceof Piece piece
                ? Optional.of(piece.type())
                : Optional.empty();
    }

    private static Protection protection(Window window) {
        return new Protection(
                window.atLeast(),
                window.diversity().atLeast(),
                window.groupsPerSubject(),
                !window.subject().isEmpty());
    }

    /** The loss of a window is shared by the numbers that the policy tells. */
    private @Nullable Mechanism mechanism() {
        if (window.noise().isNone()) {
            return null;
        }
        Mechanism whole = window.noise().loss().deltaTrillionths() > 0
                ? new Mechanism.Gaussian(window.noise().loss())
                : new Mechanism.Laplace(window.noise().loss());
        long numbers = ask.policy().releases().stream()
                .filter(release -> WindowPieces.aggregate(operators, release).isPresent())
                .count();
        return numbers < 2 ? whole : whole.share((int) numbers);
    }

    /** Null if all is well. */
    private @Nullable Ruling release(Policy.Release release, WindowPieces pieces) {
        WindowPieces.OfWindow made = pieces.make(release);
        if (made instanceof WindowPieces.Impossible impossible) {
            return verdict.badPlan(release.where(), impossible.why());
        }
        Piece piece = (Piece) made;
        verdict.tells(release, piece.made().source().label(), piece.label());
        released.put(release.output(), piece);
        return piece.label().isAbove(ask.ceiling())
                ? verdict.aboveCeiling(
                        release,
                        piece.label(),
                        WindowDemands.help(window, piece.part().role()))
                : null;
    }

    /** The least invasive record that can be filled, as without windows. */
    private Ruling choose(List<Ruling.Held> held, Label passing) {
        Filled best = null;
        List<Filled.Not> unfit = new ArrayList<>();
        for (Shape alternative : ask.alternatives()) {
            Filled filled = fill(alternative, passing);
            verdict.tries(alternative, filled);
            if (filled instanceof Filled.Not not) {
                unfit.add(not);
            } else if (best == null || !filled.label().isAbove(best.label())) {
                best = filled;
            }
        }
        return best instanceof Filled.With with ? permitted(held, with) : verdict.fitsNone(unfit);
    }

    private Filled fill(Shape alternative, Label passing) {
        for (Component component : alternative.components()) {
            Piece piece = released.get(component.name());
            if (piece == null) {
                return verdict.notReleased(component);
            }
            if (piece.type() != component.type()) {
                return verdict.otherType(component, piece.type());
            }
        }
        List<Piece> pieces = pieces(alternative);
        String fault = WindowDemands.fault(window, pieces);
        if (!fault.isEmpty()) {
            return verdict.unfit(fault);
        }
        List<Ruling.Output> outputs = pieces.stream()
                .map(piece -> new Ruling.Output(
                        piece.release().field(), piece.label(), piece.made().operators()))
                .toList();
        return new Filled.With(
                alternative, outputs, pieces.stream().map(Piece::label).reduce(passing, Label::max));
    }

    private List<Piece> pieces(Shape observation) {
        return observation.components().stream()
                .map(component -> requireNonNull(released.get(component.name())))
                .toList();
    }

    private Ruling permitted(List<Ruling.Held> held, Filled.With with) {
        Recipe recipe = new Recipe(
                window,
                new Times(window.length(), window.lateness(), window.idle()),
                protection(window),
                pieces(with.observation()).stream().map(Piece::part).toList());
        Required required = new Required(
                ask.policy().conditions(), ask.consistencies(), ask.setting().zones());
        return verdict.permitted(new Ruling.Permitted(
                ask.policy(),
                required,
                held,
                with.observation(),
                with.outputs(),
                new Later.Windows(recipe),
                with.label(),
                List.of()));
    }
}
