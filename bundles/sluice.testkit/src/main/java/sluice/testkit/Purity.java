package sluice.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A first look at whether a driver or an application is pure code: every class of its bundle is read, and every class and member that it
 * mentions must be one that a stranger may use. The platform itself looks more closely.
 */
public final class Purity {
    private static final Set<String> OWN_APIS = Set.of("sluice.driver.spi", "sluice.app.api");

    private static final Set<String> PACKAGES = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.math",
            "java.nio",
            "java.nio.charset",
            "java.time",
            "java.time.format",
            "java.time.temporal",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    /** What the compiler itself needs for lambdas, records, text joined by plus, and switches. */
    private static final Pattern COMPILED_IN = Pattern.compile("java\\.lang\\.runtime\\.ObjectMethods"
            + "|java\\.lang\\.invoke\\.(LambdaMetafactory|StringConcatFactory|MethodHandles(\\$Lookup)?)");

    private static final Pattern DENIED_CLASSES = Pattern.compile(
            "java\\.lang\\.(Class(Loader|Value)|Module.*|Process.*|Runtime(Permission|\\$.*)?|System\\$.*|Thread.*|InheritableThreadLocal"
                    + "|StackWalker.*|Package)|java\\.util\\.(Formatter|Locale.*|Resource.*|Scanner|ServiceLoader.*"
                    + "|SplittableRandom|Timer.*|TimeZone|Properties|Currency)");

    private static final Pattern DENIED_MEMBERS = Pattern.compile(
            "java\\.lang\\.(String\\.(intern|format|formatted).*|String\\.to(Lower|Upper)Case\\(\\).*|Math\\.random.*|System\\.(?!arraycopy).*"
                    + "|Class\\.(forName|get.*Class.*|get.*(Field|Method|Constructor|Resource).*|newInstance).*"
                    + "|(Boolean|Integer|Long)\\.get(Boolean|Integer|Long).*|Object\\.(wait|notify).*)"
                    + "|java\\.util\\.Collections\\.shuffle\\(Ljava/util/List;\\).*"
                    + "|java\\.time\\.\\w+\\.now\\(.*|java\\.time\\.ZoneId\\.systemDefault.*|java\\.util\\.UUID\\.random.*");

    private Purity() {}

    /**
     * What in a bundle is not pure.
     *
     * @param member any class of the bundle, as compiled into a folder
     * @return one line for each fault; empty if there is none
     */
    public static List<String> faults(Class<?> member) {
        String own = member.getPackageName();
        try (Stream<Path> files = Files.walk(folder(member).resolve(own.replace('.', '/')))) {
            List<String> faults = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                look(file, own, faults);
            }
            return faults;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException("no folder holds " + member.getName(), e);
        }
    }

    private static void look(Path file, String own, List<String> faults) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            ClassFile read = ClassFile.read(bytes);
            read.classes().stream()
                    .filter(name -> !mayUse(name, own))
                    .forEach(name -> faults.add(file.getFileName() + " uses " + name));
            read.members().stream()
                    .filter(name -> DENIED_MEMBERS.matcher(name).matches())
                    .forEach(name -> faults.add(file.getFileName() + " uses " + name));
        }
    }

    private static boolean mayUse(String name, String own) {
        int dot = name.lastIndexOf('.');
        String home = dot < 0 ? "" : name.substring(0, dot);
        return home.isEmpty()
                || home.equals(own)
                || home.startsWith(own + ".")
                || OWN_APIS.contains(home)
                || COMPILED_IN.matcher(name).matches()
                || PACKAGES.contains(home) && !DENIED_CLASSES.matcher(name).matches();
    }
}
