package sluice.guard.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The methods of the running JDK in which its authors ask a security manager. A method counts that calls {@code SecurityManager.check*} or
 * {@code AccessController.checkPermission}; and one that asks whether there is a manager and then calls a method that counts, because without a
 * manager it would not call it.
 *
 * <p>Also the methods that act with the JDK's own rights: they ask whether there is a manager, and only if there is one wrap the act into
 * {@code doPrivileged}. Without a manager nothing on the stack shows it, so they have to be known by name.
 */
final class CheckedMethods {
    private static final String MANAGER = "java/lang/SecurityManager";
    private static final Set<String> ASKED =
            Set.of("java/security/AccessController", "java/security/AccessControlContext");

    private static final Set<String> PRIVILEGED = Set.of(
            "(Ljava/security/PrivilegedAction;)Ljava/lang/Object;",
            "(Ljava/security/PrivilegedExceptionAction;)Ljava/lang/Object;");

    private final Map<String, Set<String>> checks = new TreeMap<>();
    private final Set<String> privileged = new TreeSet<>();
    private final Map<String, Set<String>> callees = new HashMap<>();
    private final Set<String> all = new HashSet<>();
    private final Set<String> askers = new HashSet<>();

    /** Keys {@code class method descriptor}, values the checks that are made there. */
    Map<String, Set<String>> checks() {
        return checks;
    }

    /** {@code class method descriptor} of those that act with the JDK's own rights. */
    Set<String> privileged() {
        return privileged;
    }

    /** Every method that has code. */
    Set<String> all() {
        return all;
    }

    static CheckedMethods ofThisJdk() {
        CheckedMethods methods = new CheckedMethods();
        try (Stream<Path> files =
                Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules"))) {
            files.filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class"))
                    .forEach(methods::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        methods.privileged.removeAll(methods.checks.keySet());
        methods.askers.removeAll(methods.privileged);
        methods.addCallersThatAsk();
        return methods;
    }

    private void read(Path file) {
        try {
            new ClassReader(Files.readAllBytes(file))
                    .accept(new Finder(), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addCallersThatAsk() {
        boolean found = true;
        while (found) {
            found = false;
            for (String asker : askers) {
                Set<String> inherited = new TreeSet<>();
                callees.getOrDefault(asker, Set.of())
                        .forEach(callee -> inherited.addAll(checks.getOrDefault(callee, Set.of())));
                if (!inherited.isEmpty()) {
                    found |= checks.computeIfAbsent(asker, each -> new TreeSet<>())
                            .addAll(inherited);
                }
            }
        }
    }

    private final class Finder extends ClassVisitor {
        private String type = "";

        Finder() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            type = name;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            String method = type + " " + name + " " + descriptor;
            if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                all.add(method);
            }
            boolean offered =
                    (access & Opcodes.ACC_PUBLIC) != 0 && (type.startsWith("java/") || type.startsWith("javax/"));
            return type.equals(MANAGER) ? null : new Calls(method, offered);
        }
    }

    private final class Calls extends MethodVisitor {
        private final String method;
        private final boolean offered;
        private final List<String> called = new ArrayList<>();
        private boolean privileges;

        /** A method that is offered to everybody does not lend its rights: what it calls may be the caller's choice. */
        Calls(String method, boolean offered) {
            super(Opcodes.ASM9);
            this.method = method;
            this.offered = offered;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (name.startsWith("check")
                    && (owner.equals(MANAGER) || (ASKED.contains(owner) && name.equals("checkPermission")))) {
                checks.computeIfAbsent(method, each -> new TreeSet<>()).add(name);
            } else if (name.equals("getSecurityManager") && owner.equals("java/lang/System")) {
                askers.add(method);
            } else if (owner.equals("java/security/AccessController") && PRIVILEGED.contains(descriptor)) {
                privileges = true;
            } else {
                called.add(owner + " " + name + " " + descriptor);
            }
        }

        @Override
        public void visitEnd() {
            if (askers.contains(method)) {
                callees.put(method, Set.copyOf(called));
                if (privileges && !offered) {
                    privileged.add(method);
                }
            }
        }
    }
}
