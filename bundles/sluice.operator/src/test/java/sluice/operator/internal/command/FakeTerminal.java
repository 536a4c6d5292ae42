package sluice.operator.internal.command;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** A person at a terminal, who types what a test wants. */
final class FakeTerminal {
    final List<String> prompts = new ArrayList<>();
    final List<@Nullable Character> masks = new ArrayList<>();
    private final Deque<String> lines = new ArrayDeque<>();

    FakeTerminal(String... lines) {
        this.lines.addAll(List.of(lines));
    }

    /** Knows of one method only: whoever asks for another finds out. */
    Session session() {
        return (Session) Proxy.newProxyInstance(
                Session.class.getClassLoader(), new Class<?>[] {Session.class}, (self, method, arguments) -> {
                    if (!method.getName().equals("readLine")) {
                        throw new AssertionError("asked for " + method.getName());
                    }
                    prompts.add((String) arguments[0]);
                    masks.add((Character) arguments[1]);
                    return lines.poll();
                });
    }
}
