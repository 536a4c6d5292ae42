package sluice.itests.inside;

import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;

/** Who is at the shell: without a role, nobody has any command. */
final class Administrator {
    private Administrator() {}

    static void does(PrivilegedExceptionAction<Object> action) throws PrivilegedActionException {
        Set<RolePrincipal> roles = Set.of(new RolePrincipal("admin"), new RolePrincipal("viewer"));
        Subject.doAs(new Subject(true, roles, Set.of(), Set.of()), action);
    }
}
