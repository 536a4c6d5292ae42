package sluice.itests.hostile;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One case in one instance: what it needs to be carried out, and what is left behind. */
final class Run {
    private final Lab lab;
    private final World world;
    private final Packed packed;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final StringBuilder faults = new StringBuilder();
    private final List<Runnable> undoings = new ArrayList<>();
    private final List<Runnable> probes = new ArrayList<>();

    Run(Lab lab, World world, Packed packed) {
        this.lab = lab;
        this.world = world;
        this.packed = packed;
    }

    Lab lab() {
        return lab;
    }

    World world() {
        return world;
    }

    Packed packed() {
        return packed;
    }

    Attack attack() {
        return packed.attack();
    }

    /** Installs a part's bundle from its jar, has its content approved, and remembers its id. */
    String install(String part) {
        return install(
                part, attack().how(part + "-location").orElse("lab:" + attack().id() + "/" + part), packed.jar(part));
    }

    String install(String part, String location, Path jar) {
        String id = lab.ask("install", location, jar.toString());
        if (id.startsWith("!")) {
            faults.append(id).append('\n');
            return id;
        }
        ids.put(part, id);
        approve(jar);
        return id;
    }

    /** So that a refusal is the rule's, and not for want of an approval. */
    void approve(Path jar) {
        if (lab.has("admission")) {
            lab.ask("approve", Digests.of(jar));
        }
    }

    void remember(String part, String id) {
        ids.put(part, id);
    }

    /** Starts a part's bundle, if it was installed; what that throws is remembered. */
    void start(String part) {
        if (ids.containsKey(part)) {
            note(lab.ask("start", ids.get(part)));
        }
    }

    /** Remembers a refusal. */
    void note(String answer) {
        if (answer.startsWith("!")) {
            faults.append(answer).append('\n');
        }
    }

    String faults() {
        return faults.toString();
    }

    /** The bundle of a part that was installed. */
    String id(String part) {
        return requireNonNull(ids.get(part), part);
    }

    /** By part. */
    Map<String, String> ids() {
        return ids;
    }

    /** Waits until the secret is out; gives false if it is not after that long. */
    boolean isOut(long millis) {
        boolean[] isOut = new boolean[1];
        Patience.until(Duration.ofMillis(millis), () -> {
            Probe.ask(this);
            probes.forEach(Runnable::run);
            isOut[0] = world.knows(packed.words().secret()) || packed.words().isIn(loot());
            return isOut[0] || isHopeless();
        });
        return isOut[0];
    }

    /** Whether the guard refused all bundles of the case, so that nothing will come any more: waiting would only take time. */
    boolean isHopeless() {
        return lab.has("admission")
                && ids.values().stream().allMatch(id -> lab.ask("guest", id).startsWith("REFUSED"));
    }

    /** What the sink has so far; empty if there is none. */
    String loot() {
        String where = attack().how("sink-in").orElse("sink");
        return ids.containsKey(where)
                        && packed.classes().getOrDefault("sink", List.of()).contains("hostile.Sink")
                ? lab.ask("static", ids.get(where), "hostile.Sink", "loot")
                : "";
    }

    /** Undone when the case is over. */
    void later(Runnable undoing) {
        undoings.add(undoing);
    }

    /** Done again and again while the case waits for its secret to be out. */
    void probe(Runnable probe) {
        probes.add(probe);
    }

    /** Starts a part's bundle afresh. */
    void restart(String part) {
        if (ids.containsKey(part)) {
            lab.ask("stop", ids.get(part));
            lab.ask("start", ids.get(part));
        }
    }

    /** Remembers the bundles of this case that came by themselves. */
    void lookForIds() {
        lab.bundles("hostile." + attack().name() + ".")
                .forEach((name, id) -> ids.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), id));
    }

    void leave() {
        undoings.forEach(Runnable::run);
        if (attack().how("way").filter("extension"::equals).isPresent()) {
            ids.remove("extension"); // to take one away, the framework would start afresh
        }
        if (!ids.isEmpty()) {
            String[] words = new String[ids.size() + 1];
            words[0] = "uninstall";
            List<String> all = List.copyOf(ids.values());
            for (int i = 0; i < all.size(); i++) {
                words[i + 1] = all.get(i);
            }
            lab.ask(words);
        }
        lab.ask("reset");
    }
}
