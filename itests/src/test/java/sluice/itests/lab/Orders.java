package sluice.itests.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** What the lab can do in the container. */
final class Orders {
    private final BundleContext context;
    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private final Loaders loaders = new Loaders();
    private volatile Watch watch;

    Orders(BundleContext context) {
        this.context = context;
        this.watch = new Watch(context, List.of());
    }

    String obey(List<String> words) throws Exception {
        String order = words.get(0);
        List<String> rest = words.subList(1, words.size());
        return switch (order) {
            case "level" ->
                Integer.toString(framework().adapt(FrameworkStartLevel.class).getStartLevel());
            case "bundles" -> bundles();
            case "install" -> install(rest.get(0), rest.get(1));
            case "start" -> started(bundle(rest.get(0)));
            case "stop" -> stopped(bundle(rest.get(0)));
            case "update" -> updated(bundle(rest.get(0)), rest.get(1));
            case "uninstall" -> uninstalled(rest);
            case "refresh" -> refreshed(rest);
            case "static" -> loot(bundle(rest.get(0)), rest.get(1), rest.get(2));
            case "touch" -> touched(bundle(rest.get(0)), rest.subList(1, rest.size()));
            case "watch" -> watch(rest);
            case "seen" -> watch.seen();
            case "remember" -> loaders.remember(bundle(rest.get(0)));
            case "alive" -> loaders.alive();
            case "property" -> String.valueOf(System.getProperty(rest.get(0)));
            case "reset" -> reset();
            default -> GuardOrders.obey(context, order, rest);
        };
    }

    private String watch(List<String> beginnings) {
        watch = new Watch(context, beginnings);
        return "watching";
    }

    /** A line each: id, state, symbolic name, version, location. */
    private String bundles() {
        return Stream.of(context.getBundles())
                .map(bundle -> bundle.getBundleId() + " " + state(bundle) + " " + bundle.getSymbolicName() + " "
                        + bundle.getVersion() + " " + bundle.getLocation())
                .collect(Collectors.joining("\n"));
    }

    private String install(String location, String file) throws BundleException, IOException {
        if (file.equals("-")) {
            return Long.toString(context.installBundle(location).getBundleId());
        }
        try (InputStream jar = Files.newInputStream(Path.of(file))) {
            return Long.toString(context.installBundle(location, jar).getBundleId());
        }
    }

    private static String started(Bundle bundle) throws BundleException {
        if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
            bundle.start();
        }
        return state(bundle);
    }

    private static String stopped(Bundle bundle) throws BundleException {
        bundle.stop();
        return state(bundle);
    }

    private static String updated(Bundle bundle, String file) throws BundleException, IOException {
        if (file.equals("-")) {
            bundle.update();
            return state(bundle);
        }
        try (InputStream jar = Files.newInputStream(Path.of(file))) {
            bundle.update(jar);
        }
        return state(bundle);
    }

    private String uninstalled(List<String> ids) throws Exception {
        for (String id : ids) {
            Bundle bundle = context.getBundle(Long.parseLong(id));
            if (bundle != null) {
                bundle.uninstall();
            }
        }
        return refreshed(List.of());
    }

    /** Refreshes the bundles, or whatever was removed if none is named. */
    private String refreshed(List<String> ids) throws InterruptedException {
        List<Bundle> bundles = new ArrayList<>();
        ids.forEach(id -> bundles.add(bundle(id)));
        CountDownLatch done = new CountDownLatch(1);
        framework().adapt(FrameworkWiring.class).refreshBundles(bundles.isEmpty() ? null : bundles, event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
            }
        });
        return done.await(30, TimeUnit.SECONDS) ? "refreshed" : "!no refresh within 30 s";
    }

    private static String loot(Bundle bundle, String type, String field) throws ReflectiveOperationException {
        return String.valueOf(bundle.loadClass(type).getField(field).get(null));
    }

    /** Loads classes; says what kept the first from it that was kept. */
    private static String touched(Bundle bundle, List<String> types) throws ClassNotFoundException {
        for (String type : types) {
            bundle.loadClass(type);
        }
        return "loaded";
    }

    /** Undoes what a case may have done to everybody, so that the next one starts as it did. */
    private String reset() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
        Thread.setDefaultUncaughtExceptionHandler(null);
        return "reset";
    }

    private Bundle framework() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_ID);
    }

    private Bundle bundle(String id) {
        Bundle bundle = context.getBundle(Long.parseLong(id));
        if (bundle == null) {
            throw new IllegalArgumentException("no bundle " + id);
        }
        return bundle;
    }

    private static String state(Bundle bundle) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> "INSTALLED";
            case Bundle.RESOLVED -> "RESOLVED";
            case Bundle.STARTING -> "STARTING";
            case Bundle.ACTIVE -> "ACTIVE";
            case Bundle.STOPPING -> "STOPPING";
            default -> "UNINSTALLED";
        };
    }
}
