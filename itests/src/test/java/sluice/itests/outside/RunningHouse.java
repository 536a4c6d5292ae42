package sluice.itests.outside;

import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import sluice.itests.forger.Forger;
import sluice.itests.forger.Level;

/**
 * One running instance with a user of each role, for the tests of who comes in. Its first user has a new password; passwords of the others
 * are {@code pw-ROLE}.
 */
final class RunningHouse implements AutoCloseable {
    static final List<String> ROLES = List.of("viewer", "operator", "integrator", "privacy", "auditor", "admin");
    static final String FORGED = "forged.txt";

    private final Distribution distribution = Distribution.unpacked("house");

    private RunningHouse() {
        Instance instance = distribution.instance();
        byte[] forger = TestBundle.of(Forger.class, List.of(Level.class));
        TrustList.add(instance, "forger", forger);
        instance.write("deploy/forger.jar", forger);
        StringBuilder users = new StringBuilder(instance.read("etc/users.properties"));
        for (String role : ROLES) {
            users.append(role)
                    .append(" = pw-")
                    .append(role)
                    .append(",_g_:")
                    .append(role)
                    .append("group\n");
        }
        // somebody who is locked out by a test, and whom no other test needs
        users.append("clumsy = pw-clumsy,_g_:viewergroup\n");
        instance.write("etc/users.properties", users.toString());
        distribution.with(Forger.FILE, instance.file(FORGED)).start();
    }

    Distribution distribution() {
        return distribution;
    }

    Instance instance() {
        return distribution.instance();
    }

    String shell(String user, String command) {
        return distribution.shellAs(user, "pw-" + user, command).replaceAll("\u001b\\[[0-9;]*m", "");
    }

    int page(String user, String path) {
        return distribution
                .web()
                .getAs(user, "pw-" + user, "/system/console" + path)
                .statusCode();
    }

    @Override
    public void close() {
        distribution.close();
    }

    /** Gives the instance to tests that name it as a parameter. */
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RunningHouse.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(RunningHouse.class))
                    .getOrComputeIfAbsent(RunningHouse.class, key -> new RunningHouse(), RunningHouse.class);
        }
    }
}
