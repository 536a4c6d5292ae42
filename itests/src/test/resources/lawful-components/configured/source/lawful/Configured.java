package lawful;

public final class Configured {
    public static volatile String result;

    public @interface Config {
        int limit_days() default 3;

        String name() default "nobody";

        boolean loud() default true;
    }

    public void activate(Config config) {
        result = config.limit_days() + " " + config.name() + " " + config.loud();
    }

    public void modified(Config config) {
        result = "modified " + config.limit_days();
    }
}
