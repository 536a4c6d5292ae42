package lawful;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

public final class Queues {
    public static volatile String result;

    public Queues() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Deque<Integer> stack = new ArrayDeque<>(List.of(1, 2));
        PriorityQueue<Integer> queue = new PriorityQueue<>(List.of(3, 1));
        return stack.pollLast() == 2 && queue.poll() == 1;
    }
}
