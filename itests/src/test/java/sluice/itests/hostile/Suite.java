package sluice.itests.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** All cases, built once, and carried out in one instance after the other. */
final class Suite implements AutoCloseable {
    private final Path target = Path.of("target", "hostile").toAbsolutePath();
    private final World world = new World(target);
    private final List<Packed> cases;

    Suite() {
        Pattern only = Pattern.compile(System.getProperty("sluice.hostile.only", ".*"));
        try (Java java = new Java()) {
            Packer packer = new Packer(java, Vendor.accepted(), world, target.resolve("cases"));
            cases = Attack.all().stream()
                    .filter(attack -> only.matcher(attack.id()).find())
                    // What was added to the framework stays, and the framework ends when somebody refreshes it.
                    .sorted(Comparator.comparing(attack -> attack.family().equals("extensions")))
                    .map(packer::pack)
                    .toList();
        }
    }

    List<Packed> cases() {
        return cases;
    }

    /** Carries all of them out in one instance, and says what became of each. */
    List<Outcome> run(String name, String layers) {
        return run(name, layers, (before, attack) -> true, lab -> {});
    }

    /** The same, and asks something of the instance when all cases are over. */
    List<Outcome> run(String name, String layers, Consumer<Lab> afterwards) {
        return run(name, layers, (before, attack) -> true, afterwards);
    }

    /** The same, but of each family only until so many were stopped. */
    List<Outcome> runUntilStopped(String name, String layers, int enough) {
        return run(
                name,
                layers,
                (before, attack) -> before.stream()
                                .filter(outcome -> outcome.isStopped()
                                        && outcome.attack().family().equals(attack.family()))
                                .count()
                        < enough,
                lab -> {});
    }

    private List<Outcome> run(
            String name, String layers, BiPredicate<List<Outcome>, Attack> isWanted, Consumer<Lab> afterwards) {
        List<Outcome> outcomes = new ArrayList<>();
        try (Lab lab = Lab.start(name, layers)) {
            for (Packed packed : cases) {
                if (isWanted.test(outcomes, packed.attack())) {
                    Outcome outcome = run(lab, packed);
                    System.out.println(name + ": " + outcome);
                    outcomes.add(outcome);
                }
            }
            afterwards.accept(lab);
        }
        return outcomes;
    }

    private Outcome run(Lab lab, Packed packed) {
        world.forget();
        long began = System.nanoTime();
        Judge judge = new Judge(lab);
        Run run = new Run(lab, world, packed);
        try {
            boolean isOut = Ways.carryOut(run);
            return new Outcome(packed.attack(), isOut, isOut ? "" : judge.stoppedBy(run), millisSince(began));
        } catch (RuntimeException e) {
            return new Outcome(packed.attack(), false, "error: " + e, millisSince(began));
        } finally {
            leave(run);
        }
    }

    private static void leave(Run run) {
        try {
            run.leave();
        } catch (RuntimeException e) {
            // the next case will say what is wrong with the instance, if anything is
            System.out.println(run.attack() + ": not cleaned up: " + e);
        }
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Override
    public void close() {
        world.close();
    }
}
