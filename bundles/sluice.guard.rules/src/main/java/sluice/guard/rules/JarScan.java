package sluice.guard.rules;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Whether a jar may be a guest: its headers, its entries, its component descriptions, and every class. Runs nothing of it. */
public final class JarScan {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final ZipFile jar;
    private final AllowList list;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final Limits limits = new Limits();
    private int classes;

    private JarScan(ZipFile jar, AllowList list) {
        this.jar = jar;
        this.list = list;
    }

    /**
     * What a scan found.
     *
     * @param symbolicName {@code -} if the jar has none that could be one
     * @param version of the bundle; {@code 0.0.0} if it says nothing
     * @param checkedAgainst the version of the allow-list that its header {@code Sluice-Allow-List} names; 0 if it says nothing
     * @param classes how many class files it holds
     * @param faults why it may not be a guest; empty if it may
     */
    public record Report(String symbolicName, String version, int checkedAgainst, int classes, List<Fault> faults) {
        public Report {
            requireNonNull(symbolicName, "symbolicName is null");
            requireNonNull(version, "version is null");
            faults = List.copyOf(faults);
        }
    }

    /**
     * Scans a jar with the newest list. Whatever the file is, there is a report.
     *
     * @param jar a file; it is read once
     * @return what was found
     */
    public static Report of(Path jar) {
        if (jar.toFile().length() > Limits.FILE) {
            return unreadable("a file over " + Limits.FILE + " bytes", "too-large");
        }
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return new JarScan(file, AllowList.current()).report();
        } catch (IOException | RuntimeException e) {
            return unreadable(e.getClass().getSimpleName(), "not-a-jar");
        }
    }

    private static Report unreadable(String what, String rule) {
        return new Report("-", "0.0.0", 0, 0, List.of(new Fault("jar", what, rule, "")));
    }

    private Report report() throws IOException {
        if (jar.size() > Limits.ENTRIES) {
            return unreadable(jar.size() + " entries", "too-many-entries");
        }
        for (ZipEntry entry : Collections.list(jar.entries())) {
            if (entries.put(entry.getName(), entry) != null) {
                faults.add(new Fault(entry.getName(), "two entries of one name", "duplicate-entry", ""));
            }
        }
        faults.addAll(EntryNames.faults(entries.keySet()));
        Headers headers = new Headers(manifest(), list);
        faults.addAll(headers.faults(entries.keySet()));
        for (ZipEntry entry : Collections.list(jar.entries())) {
            entry(entry, headers);
        }
        return new Report(headers.symbolicName(), headers.version(), headers.checkedAgainst(), classes, faults);
    }

    private ManifestText manifest() throws IOException {
        ZipEntry entry = entries.get(MANIFEST);
        byte[] text = entry == null ? new byte[0] : read(entry);
        try {
            return ManifestText.read(text);
        } catch (Malformed e) {
            faults.add(new Fault(
                    "MANIFEST", String.valueOf(e.getMessage()), "manifest", "a plain manifest, as bnd writes it"));
            return ManifestText.EMPTY;
        }
    }

    private void entry(ZipEntry entry, Headers headers) throws IOException {
        String name = entry.getName();
        if (name.equals(MANIFEST)) {
            return;
        }
        byte[] content = read(entry);
        if (name.endsWith(".class") && Content.isClass(content)) {
            classes++;
            oneClass(name, content);
        } else if (Content.isDescription(name)) {
            faults.addAll(Description.faults(name, content, headers.symbolicName(), this::isOwn, list));
        } else {
            faults.addAll(Content.faults(name, content));
        }
    }

    private void oneClass(String entry, byte[] content) {
        for (Fault fault : new ClassScan(list, this::isOwn).faults(content)) {
            boolean isNameless = fault.where().equals("class");
            faults.add(isNameless ? new Fault(entry, fault.what(), fault.rule(), fault.instead()) : fault);
        }
        if (!entry.equals(Content.nameOf(content) + ".class")) {
            faults.add(new Fault(entry, "holds the class " + Content.nameOf(content), "misplaced-class", ""));
        }
    }

    private boolean isOwn(String className) {
        return entries.containsKey(className.replace('.', '/') + ".class");
    }

    private byte[] read(ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] content = in.readNBytes(Limits.ENTRY + 1);
            if (!limits.isWithin(entry, content.length)) {
                faults.add(new Fault(
                        entry.getName(), "unpacks to too much", "too-large", "less than " + Limits.ENTRY + " bytes"));
                return new byte[0];
            }
            return content;
        }
    }
}
