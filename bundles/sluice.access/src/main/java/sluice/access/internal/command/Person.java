package sluice.access.internal.command;

import org.apache.karaf.shell.support.ShellUtil;

/** Who is at the shell. */
final class Person {
    private Person() {}

    static String atShell() {
        String user = ShellUtil.getCurrentUserName();
        return user == null || user.isEmpty() ? "console" : user;
    }
}
