package sluice.broker.internal;

import java.time.Instant;
import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** An application whose component is made on the application's own thread. */
final class LentApplication implements Application {
    private final Lent<Application> application;

    LentApplication(Lent<Application> application) {
        this.application = application;
    }

    @Override
    public Manifest manifest() {
        return application.get().manifest();
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        return application.get().on(observation, context);
    }

    @Override
    public List<Effect> at(Instant due, Context context) {
        return application.get().at(due, context);
    }
}
