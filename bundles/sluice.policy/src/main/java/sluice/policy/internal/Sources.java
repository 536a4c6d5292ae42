package sluice.policy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import sluice.broker.core.model.Where;
import sluice.policy.internal.words.Names;
import sluice.policy.internal.words.PolicyCode;
import sluice.schema.FileKind;
import sluice.schema.Schema;
import sluice.yaml.Mark;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.Snapshot;
import sluice.yaml.SourceFile;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;

/** The documents of a snapshot, kind by kind: what a schema finds sound is read. Collects all problems. For one load. */
final class Sources {
    private final Snapshot snapshot;
    private final List<Problem> found = new ArrayList<>();

    Sources(Snapshot snapshot) {
        this.snapshot = snapshot;
        found.addAll(snapshot.problems());
    }

    /** What is wrong so far. */
    List<Problem> found() {
        return found;
    }

    boolean isSound() {
        return found.isEmpty();
    }

    /** All documents of a kind that make sense. */
    <T> List<T> read(FileKind kind, BiFunction<YamlMap, Problems, Optional<T>> reader) {
        Schema schema = Schema.of(kind);
        List<T> all = new ArrayList<>();
        for (SourceFile file : snapshot.files()) {
            if (file.folder().equals(kind.word())) {
                Problems problems = new Problems();
                for (YamlMap document : Yaml.documents(file.name(), file.content(), problems)) {
                    if (schema.check(document)) {
                        reader.apply(document, problems).ifPresent(all::add);
                    }
                }
                found.addAll(problems.list());
            }
        }
        return all;
    }

    /** Values by name; whoever takes a name that is taken is told. */
    <T> Map<String, T> named(String noun, List<T> values, Function<T, String> name, Function<T, Where> where) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T value : values) {
            T first = byName.putIfAbsent(name.apply(value), value);
            if (first != null) {
                Mark at = Names.mark(where.apply(value));
                String text =
                        "another " + noun + " is named " + Say.quote(name.apply(value)) + ", in " + where.apply(first);
                found.add(new Problem(PolicyCode.DUPLICATE_NAME, at, text));
            }
        }
        return byName;
    }
}
