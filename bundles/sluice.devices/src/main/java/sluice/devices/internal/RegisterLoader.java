package sluice.devices.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.yaml.Problem;
import sluice.yaml.Snapshot;
import sluice.yaml.SourceFile;
import sluice.yaml.YamlCode;

/** Turns snapshots into registers. A faulty file keeps what it last said when it was sound. For one thread. */
final class RegisterLoader {
    private Map<String, Known> known = new HashMap<>();

    /** What a file says now, and what it last said when it was sound. */
    private record Known(FileEntries now, FileEntries sound) {}

    /** A register with the problems of all its files. */
    record Result(Register register, List<Problem> problems) {}

    Result load(Snapshot snapshot) {
        List<Problem> problems = new ArrayList<>(snapshot.problems());
        Map<String, Known> seen = new HashMap<>();
        for (SourceFile file : snapshot.files()) {
            Known entry = look(file);
            seen.put(file.name(), entry);
            problems.addAll(entry.now.problems());
        }
        // What can not be read at this moment, as when a disk is away, has not been taken out of the register.
        for (Problem problem : snapshot.problems()) {
            known.forEach((name, entry) -> {
                if (isUnread(name, problem)) {
                    seen.putIfAbsent(name, entry);
                }
            });
        }
        known = seen;
        List<FileEntries> sound = inOrder(seen);
        Register register = Register.of(sound);
        problems.addAll(register.problems());
        return new Result(register, List.copyOf(problems));
    }

    private static boolean isUnread(String name, Problem problem) {
        String at = problem.at().file();
        if (problem.code().equals(YamlCode.FOLDER_UNREADABLE)) {
            return !FileEntries.FOLDERS.contains(at) || name.startsWith(at + "/");
        }
        return name.equals(at);
    }

    private static List<FileEntries> inOrder(Map<String, Known> seen) {
        return new TreeMap<>(seen).values().stream().map(Known::sound).toList();
    }

    private Known look(SourceFile file) {
        Known before = known.get(file.name());
        if (before != null && before.now.file().equals(file)) {
            return before;
        }
        FileEntries now = FileEntries.read(file);
        FileEntries empty = new FileEntries(file, List.of(), List.of(), List.of());
        FileEntries last = before == null ? empty : before.sound;
        return new Known(now, now.isSound() ? now : last);
    }
}
