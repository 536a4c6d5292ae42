package sluice.conditions.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import sluice.schema.FileKind;
import sluice.schema.Schema;
import sluice.yaml.Folders;
import sluice.yaml.Problems;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** The file of the opt-outs, to be changed. For one thread at a time. */
final class OptOutFile {
    private static final String HEAD =
            "# Written by the platform: keyed digests of the names of people who opted out. No name is kept here.\n";
    /** So that the file stays below what is read of one. */
    private static final int MOST = 25_000;

    private final Path file;
    private final OptOutKey key;

    OptOutFile(Path root, OptOutKey key) {
        this.file = root.resolve(Register.OPT_OUTS.file());
        this.key = key;
    }

    boolean add(String kind, String name) throws IOException {
        Map<String, TreeSet<String>> digests = read();
        boolean isNew = digests.computeIfAbsent(kind, any -> new TreeSet<>()).add(key.digest(kind, name));
        if (digests.values().stream().mapToInt(TreeSet::size).sum() > MOST) {
            throw new IOException("the register of opt-outs is full");
        }
        return isNew && write(digests);
    }

    boolean remove(String kind, String name) throws IOException {
        Map<String, TreeSet<String>> digests = read();
        return digests.getOrDefault(kind, new TreeSet<>()).remove(key.digest(kind, name)) && write(digests);
    }

    /** A register that is missing or damaged is not written over: what was in it would be lost. */
    private Map<String, TreeSet<String>> read() throws IOException {
        Problems problems = new Problems();
        List<YamlMap> documents = Yaml.documents(Register.OPT_OUTS.file(), Files.readAllBytes(file), problems);
        Schema schema = Schema.of(FileKind.REGISTERS);
        Map<String, TreeSet<String>> digests = new TreeMap<>();
        for (YamlMap document : documents) {
            if (!schema.check(document) || !document.text("key").equals(key.mark())) {
                throw new IOException("the register of opt-outs is damaged, or of another key; it was not changed");
            }
            YamlMap kinds = document.map(Register.OPT_OUTS.key());
            kinds.keys()
                    .forEach(kind -> digests.computeIfAbsent(kind, any -> new TreeSet<>())
                            .addAll(kinds.list(kind).stream()
                                    .map(YamlValue::text)
                                    .toList()));
        }
        if (problems.count() > 0) {
            throw new IOException("the register of opt-outs is damaged; it was not changed");
        }
        return digests;
    }

    private boolean write(Map<String, TreeSet<String>> digests) throws IOException {
        Map<String, Object> kinds = new LinkedHashMap<>();
        digests.forEach((kind, all) -> kinds.put(kind, new ArrayList<>(all)));
        kinds.values().removeIf(List.of()::equals);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("key", key.mark());
        document.put(Register.OPT_OUTS.key(), kinds);
        Folders.replace(file, (HEAD + Yaml.write(document)).getBytes(UTF_8));
        return true;
    }
}
