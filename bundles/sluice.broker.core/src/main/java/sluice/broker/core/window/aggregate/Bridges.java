package sluice.broker.core.window.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The bridges of a graph: edges that are on no circle (R. E. Tarjan: A Note on Finding the Bridges of a Graph, 1974). No recursion. */
final class Bridges {
    private final int[][] edges;
    private final List<List<Integer>> at = new ArrayList<>();
    private final int[] order;
    private final int[] low;
    private final int[] next;
    private final int[] cameBy;
    private final List<Integer> found = new ArrayList<>();
    private int visited;

    /**
     * A graph.
     *
     * @param edges two nodes each
     * @param nodes how many there are
     * @param isThere which edges count
     */
    Bridges(int[][] edges, int nodes, IntPredicate isThere) {
        this.edges = edges;
        this.order = new int[nodes];
        this.low = new int[nodes];
        this.next = new int[nodes];
        this.cameBy = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            at.add(new ArrayList<>());
        }
        for (int edge = 0; edge < edges.length; edge++) {
            if (isThere.test(edge)) {
                at.get(edges[edge][0]).add(edge);
                at.get(edges[edge][1]).add(edge);
            }
        }
    }

    List<Integer> find() {
        for (int node = 0; node < order.length; node++) {
            if (order[node] == 0) {
                walk(node);
            }
        }
        return found;
    }

    private void walk(int root) {
        cameBy[root] = -1;
        int node = enter(root);
        while (node >= 0) {
            node = next[node] < at.get(node).size() ? forward(node) : back(node);
        }
    }

    private int enter(int node) {
        visited++;
        order[node] = visited;
        low[node] = visited;
        return node;
    }

    private int forward(int node) {
        int edge = at.get(node).get(next[node]);
        next[node]++;
        if (edge == cameBy[node]) {
            return node;
        }
        int other = other(edge, node);
        if (order[other] != 0) {
            low[node] = Math.min(low[node], order[other]);
            return node;
        }
        cameBy[other] = edge;
        return enter(other);
    }

    private int back(int node) {
        if (cameBy[node] < 0) {
            return -1;
        }
        int parent = other(cameBy[node], node);
        low[parent] = Math.min(low[parent], low[node]);
        if (low[node] > order[parent]) {
            found.add(cameBy[node]);
        }
        return parent;
    }

    private int other(int edge, int node) {
        return edges[edge][0] == node ? edges[edge][1] : edges[edge][0];
    }
}
