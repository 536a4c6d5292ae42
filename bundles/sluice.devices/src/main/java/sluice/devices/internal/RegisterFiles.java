package sluice.devices.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.yaml.Folders;
import sluice.yaml.Yaml;

/** The register's files as they are on the disk now, and the writing of them. */
final class RegisterFiles {
    private static final String OWN =
            "# Written by the platform; a change by hand is read, and comments are lost at the next import.\n";

    private final Path folder;
    private final Map<String, FileEntries> files = new LinkedHashMap<>();

    private RegisterFiles(Path folder) {
        this.folder = folder;
    }

    static RegisterFiles read(Path folder) {
        RegisterFiles read = new RegisterFiles(folder);
        Folders.read(folder, FileEntries.FOLDERS)
                .files()
                .forEach(file -> read.files.put(file.name(), FileEntries.read(file)));
        return read;
    }

    List<FileEntries> all() {
        return List.copyOf(files.values());
    }

    Optional<FileEntries> named(String name) {
        return Optional.ofNullable(files.get(name));
    }

    Optional<FileEntries> withDevice(String id) {
        return files.values().stream()
                .filter(file ->
                        file.devices().stream().anyMatch(device -> device.id().equals(id)))
                .findFirst();
    }

    boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Whether the platform wrote a file, so that it may write it again. */
    static boolean isOwn(FileEntries file) {
        return new String(file.file().content(), UTF_8).startsWith(OWN);
    }

    static byte[] content(List<Map<String, Object>> documents) {
        StringBuilder text = new StringBuilder(OWN);
        documents.forEach(document -> text.append(Yaml.write(document)));
        return text.toString().getBytes(UTF_8);
    }

    void write(String name, List<Map<String, Object>> documents) throws IOException {
        byte[] content = content(documents);
        if (content.length > Yaml.MAX_BYTES) {
            throw new IOException(name + " would be over its limit");
        }
        Folders.replace(folder.resolve(name), content);
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
    }

    /** The documents of a file, the one of a device replaced, or left out if {@code fresh} is empty. */
    static List<Map<String, Object>> replacing(FileEntries file, Map<String, Map<String, Object>> fresh) {
        List<Map<String, Object>> documents = new ArrayList<>();
        for (Map<String, Object> document : file.documents()) {
            Map<String, Object> now = fresh.getOrDefault(String.valueOf(document.get("device")), document);
            if (!now.isEmpty()) {
                documents.add(now);
            }
        }
        return documents;
    }
}
