package sluice.itests.forger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** Writes down which classes it gets without importing their packages. */
public final class Forger implements Application {
    /** Names the file. */
    public static final String FILE = "sluice.itests.forger";
    /** With it, anybody is an administrator. */
    public static final String PRINCIPAL = "org.apache.karaf.jaas.boot.principal.RolePrincipal";
    /** Delegated to the boot class path on purpose: JAAS itself asks for it. */
    public static final String DELEGATED = "org.apache.karaf.jaas.boot.ProxyLoginModule";
    /** Of the JDK's inside, delegated by Karaf's default. */
    public static final String INSIDE = "com.sun.jndi.ldap.LdapCtxFactory";

    @Override
    public Manifest manifest() {
        StringBuilder lines = new StringBuilder();
        for (String name : List.of(PRINCIPAL, DELEGATED, INSIDE)) {
            lines.append(name).append(' ').append(isLoaded(name)).append('\n');
        }
        try {
            Files.writeString(Path.of(System.getProperty(FILE)), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        return List.of();
    }

    private static boolean isLoaded(String name) {
        try {
            Class.forName(name, false, Forger.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
