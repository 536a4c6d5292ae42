package sluice.broker;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** An application that keeps what it was told, and answers as the test says. */
final class Listener implements Application {
    final BlockingQueue<Observation> heard = new LinkedBlockingQueue<>();

    private final Manifest manifest;
    private final BiFunction<Observation, Context, List<Effect>> answer;

    Listener(Manifest manifest) {
        this(manifest, (observation, context) -> List.of());
    }

    Listener(Manifest manifest, BiFunction<Observation, Context, List<Effect>> answer) {
        this.manifest = manifest;
        this.answer = answer;
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        List<Effect> effects = answer.apply(observation, context);
        heard.add(observation);
        return effects;
    }

    Record next() {
        return nextObservation().values();
    }

    Observation nextObservation() {
        try {
            Observation observation = heard.poll(20, TimeUnit.SECONDS);
            if (observation == null) {
                throw new AssertionError("nothing was heard within 20 s");
            }
            return observation;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
