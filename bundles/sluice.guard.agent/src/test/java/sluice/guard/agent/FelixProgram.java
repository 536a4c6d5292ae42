package sluice.guard.agent;

import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** A platform in small: a Felix that does the steps it is given, and writes one line for each that has a result. */
public final class FelixProgram {
    private final Framework framework;
    private final List<Bundle> bundles = new ArrayList<>();

    private FelixProgram(Framework framework) {
        this.framework = framework;
    }

    /** First the folder of the bundle cache, then steps {@code what=argument}. */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("org.osgi.framework.storage", arguments[0]);
        settings.put("felix.log.level", "0");
        settings.put("org.osgi.framework.system.packages.extra", "sluice.guard.agent");
        Framework framework = new FrameworkFactory().newFramework(settings);
        framework.start();
        FelixProgram program = new FelixProgram(framework);
        for (String step : List.of(arguments).subList(1, arguments.length)) {
            System.out.println(step.replaceAll("=.*", "") + ": " + program.outcome(step));
        }
        framework.stop();
        framework.waitForStop(10_000);
        System.exit(0);
    }

    private String outcome(String step) {
        try {
            return "" + step(step);
        } catch (Throwable e) { // it is what is asked for
            StringBuilder causes = new StringBuilder();
            for (Throwable each = e; each != null; each = each.getCause()) {
                causes.append(each.getClass().getSimpleName())
                        .append(" `")
                        .append(each.getMessage())
                        .append("` ");
            }
            return "thrown " + causes;
        }
    }

    @SuppressWarnings("unchecked")
    private Object step(String step) throws Exception {
        String argument = step.substring(step.indexOf('=') + 1);
        return switch (step.replaceAll("=.*", "")) {
            case "arm" -> {
                Gate.arm();
                yield Gate.isArmed();
            }
            case "disarm" -> {
                Gate.disarm();
                yield Gate.isArmed();
            }
            case "cached" -> cached();
            case "install" -> install(argument, argument);
            case "reference" -> bundles.add(framework.getBundleContext().installBundle("reference:file:" + argument));
            case "update" -> update(argument);
            case "refresh" -> refresh();
            case "start" -> start();
            case "call" -> call(argument);
            case "load" ->
                install(argument.split(",")[0], argument.split(",")[0])
                        ? CostLoops.load(last(), Integer.parseInt(argument.split(",")[1]))
                        : 0;
            case "choke" -> touched(argument) ? CostLoops.property() : 0;
            case "reflect" -> touched(argument) ? CostLoops.reflection() : 0;
            case "calls" -> calls(argument);
            case "apply" -> ((java.util.function.Function<String, ?>) call(argument)).apply("user.home");
            case "load-class" -> last().loadClass(argument);
            case "hidden" -> defined(argument, true);
            case "visible" -> defined(argument, false);
            case "annotation" -> last().loadClass(argument).getAnnotations()[0].toString();
            case "offspring" -> offspring(Path.of(argument.split(",")[0]), argument.split(",")[1]);
            case "replace" ->
                Files.copy(
                        Path.of(argument.split(",")[0]),
                        Path.of(argument.split(",")[1]),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            case "refusals" -> Gate.refusals();
            case "start-millis" -> Gate.startMillis();
            default -> throw new IllegalArgumentException(step);
        };
    }

    private boolean install(String location, String file) throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return bundles.add(framework.getBundleContext().installBundle(location, in));
        }
    }

    private int cached() {
        bundles.addAll(List.of(framework.getBundleContext().getBundles())
                .subList(1, framework.getBundleContext().getBundles().length));
        return bundles.size();
    }

    private boolean update(String file) throws Exception {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            last().update(in);
            return true;
        }
    }

    private boolean start() throws Exception {
        last().start();
        return last().getState() == Bundle.ACTIVE;
    }

    private boolean refresh() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        framework
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(last()), (FrameworkEvent event) -> done.countDown());
        done.await();
        return true;
    }

    private Object call(String type) throws Exception {
        return ((Supplier<?>) last().loadClass(type).getDeclaredConstructor().newInstance()).get();
    }

    private boolean touched(String type) throws ClassNotFoundException {
        return type.equals("System") || last().loadClass(type) != null;
    }

    /** So often that the JDK writes accessors for it. */
    private Object calls(String type) throws Exception {
        Object last = "";
        for (int call = 0; call < 40; call++) {
            Object supplier = last().loadClass(type).getDeclaredConstructor().newInstance();
            last = supplier.getClass().getMethod("get").invoke(supplier);
        }
        return last;
    }

    /** Defines a class of a jar beside the bundle's class {@code guest.Hello}, as whoever has a look-up object can. */
    private Object defined(String jar, boolean hidden) throws Exception {
        byte[] classFile = Jars.classes(Path.of(jar)).values().iterator().next();
        Field every = MethodHandles.Lookup.class.getDeclaredField("IMPL_LOOKUP"); // opened on the command line
        every.setAccessible(true);
        MethodHandles.Lookup lookup = ((MethodHandles.Lookup) every.get(null)).in(last().loadClass("guest.Hello"));
        return hidden
                ? lookup.defineHiddenClass(classFile, true).lookupClass().isHidden()
                : lookup.defineClass(classFile);
    }

    /** What of a jar loads in a loader that has the bundle's for its parent. */
    private Object offspring(Path jar, String type) throws Exception {
        ClassLoader parent =
                last().adapt(org.osgi.framework.wiring.BundleWiring.class).getClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, parent)) {
            return loader.loadClass(type);
        }
    }

    private Bundle last() {
        return bundles.get(bundles.size() - 1);
    }
}
