package sluice.devices.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.MqttSource;
import sluice.schema.FileKind;
import sluice.schema.Schema;
import sluice.yaml.Mark;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.SourceFile;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;

/**
 * What one file of the register says.
 *
 * @param file the file
 * @param devices its devices, if it is one of {@code devices/}
 * @param sources its accounts, if it is one of {@code sources/}
 * @param problems what is wrong with it; nothing of it is to be used then
 */
record FileEntries(SourceFile file, List<DeviceEntry> devices, List<Source> sources, List<Problem> problems) {
    static final String DEVICES = "devices";
    static final String SOURCES = "sources";
    private static final Schema DEVICE = Schema.of(FileKind.DEVICES);
    private static final Schema ACCOUNT = Schema.of(FileKind.SOURCES);
    static final List<String> FOLDERS = List.of(DEVICES, SOURCES);

    FileEntries {
        devices = List.copyOf(devices);
        sources = List.copyOf(sources);
        problems = List.copyOf(problems);
    }

    /** An account, and where it stands. */
    record Source(MqttSource source, Mark at) {}

    static FileEntries read(SourceFile file) {
        Problems problems = new Problems();
        List<YamlMap> documents = Yaml.documents(file.name(), file.content(), problems);
        if (file.folder().equals(DEVICES)) {
            List<DeviceEntry> devices = all(DEVICE, documents, new DeviceReader(problems)::read);
            return new FileEntries(file, devices, List.of(), problems.list());
        }
        SourceReader reader = new SourceReader(problems);
        List<Source> sources = all(
                ACCOUNT,
                documents,
                document -> reader.read(document).map(source -> new Source(source, document.at("account"))));
        return new FileEntries(file, List.of(), sources, problems.list());
    }

    boolean isSound() {
        return problems.isEmpty();
    }

    /** The file's documents as values, for writing them anew. */
    List<Map<String, Object>> documents() {
        return Yaml.documents(file.name(), file.content(), new Problems()).stream()
                .map(YamlMap::values)
                .toList();
    }

    /** What a schema finds sound is read. */
    private static <T> List<T> all(Schema schema, List<YamlMap> documents, Function<YamlMap, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        for (YamlMap document : documents) {
            if (schema.check(document)) {
                reader.apply(document).ifPresent(all::add);
            }
        }
        return all;
    }
}
