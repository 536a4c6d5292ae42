package lawful;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ComponentPropertyType;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** Drivers and applications as Declarative Services components. */
final class Guests {
    private Guests() {}

    /** A component property type: configuration as an annotation. */
    @ComponentPropertyType
    @interface Tuning {
        /** From 0 to 1. */
        double alarm() default 0.8;

        /** Names of models. */
        String[] models() default {"M1", "M2"};
    }

    /** A driver whose settings are a record and whose component has configuration that changes. */
    @Component
    @Tuning
    public static final class LevelDriver implements Driver, Lawful {
        record Settings(String model, Double height) {}

        record Level(double fill, Instant observed) {}

        private Map<String, Object> properties;
        private double alarm;

        /** For tests. */
        public LevelDriver() {
            this(Map.of());
        }

        /** For the component runtime. */
        @Activate
        public LevelDriver(Map<String, Object> properties) {
            this.properties = Map.copyOf(properties);
        }

        @Activate
        void activate(Tuning tuning) {
            alarm = tuning.alarm();
        }

        @Modified
        void modified(Map<String, Object> changed) {
            properties = Map.copyOf(changed);
        }

        @Override
        public Class<? extends Record> config() {
            return Settings.class;
        }

        @Override
        public Map<Class<? extends Record>, String> streams() {
            return Map.of(Level.class, "waste.container");
        }

        @Override
        public Session open(Device device, Tools tools) {
            Settings settings = device.config(Settings.class);
            return frame -> {
                if (frame.length() < 2) {
                    tools.note("short", frame.length());
                    return Decoded.refused(Refusal.TRUNCATED);
                }
                double fill = frame.unsigned(0)
                        / Optional.ofNullable(settings.height()).orElse(100.0);
                return Decoded.of(Reading.of(new Level(fill, frame.receivedAt()), frame));
            };
        }

        @Override
        public Object run() {
            modified(Map.of("a", 1));
            return Decoded.of(Reading.of(new Level(alarm, Instant.EPOCH), Instant.EPOCH))
                            .<Object>fold(List::size, Refusal::name)
                    + "" + properties.size()
                    + Frame.of(new byte[] {1}, Instant.EPOCH).length();
        }

        @Override
        public Object expected() {
            return "111";
        }
    }

    /** An application with a reference that may be granted to it. */
    @Component
    public static final class LevelWatch implements Application, Lawful {
        record Seen(double fill) {}

        record Last(double fill, Instant at) {}

        @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
        private Driver granted;

        @Override
        public Manifest manifest() {
            return Manifest.forPurpose("waste-collection").needs("waste.container", Seen.class);
        }

        @Override
        public List<Effect> on(Observation observation, Context context) {
            if (observation.values() instanceof Seen seen
                    && context.state("last", Last.class).isEmpty()) {
                return List.of(
                        new Effect.Put("last", new Last(seen.fill(), context.now())),
                        new Effect.Wake(context.now().plusSeconds(60)));
            }
            return List.of(new Effect.Note("again", granted == null ? 0 : 1));
        }

        @Override
        public Object run() {
            return manifest().needs().get(Seen.class);
        }

        @Override
        public Object expected() {
            return "waste.container";
        }
    }
}
