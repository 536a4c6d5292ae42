package sluice.access.internal.command;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.support.CommandException;
import sluice.access.internal.live.Obstacle;

/** Writes what stands in the way, a line each. */
final class Obstacles {
    private Obstacles() {}

    /** Fails the command if there is anything to say. */
    static void fail(List<Obstacle> obstacles, String outcome) throws CommandException {
        if (!obstacles.isEmpty()) {
            String lines = obstacles.stream()
                    .map(obstacle -> "  " + obstacle.text() + " [" + obstacle.code() + "]")
                    .collect(Collectors.joining("\n"));
            throw new CommandException(outcome + ":\n" + lines);
        }
    }
}
