package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for identifiers in bytes, in every form of {@link IdentifierForms}. A form is found wherever it stands, inside of other bytes too;
 * what is compressed or encrypted is not looked into.
 */
final class IdentifierSearch {
    private static final int HEAD = 4;

    private final Map<Integer, List<Form>> formsByHead = new HashMap<>();
    private final BitSet heads = new BitSet(1 << 16);

    /**
     * One form of one identifier.
     *
     * @param identifier whose it is
     * @param name for example {@code plain, UTF-16LE, base64 at 1}
     * @param bytes how it looks; at least four
     */
    record Form(String identifier, String name, byte[] bytes) {}

    /** Where a form was found. */
    record Hit(String where, int offset, String identifier, String form) {}

    IdentifierSearch(Collection<String> identifiers) {
        for (String identifier : identifiers) {
            IdentifierForms.of(identifier).forEach(this::add);
        }
    }

    /** Looks into each file below a folder, and at its name. */
    List<Hit> in(Path folder, Collection<Path> files) throws IOException {
        List<Hit> hits = new ArrayList<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString();
            hits.addAll(in("name of " + name, name.getBytes(UTF_8)));
            hits.addAll(in(name, content(file)));
        }
        return hits;
    }

    /** Looks into bytes. */
    List<Hit> in(String where, byte[] bytes) {
        List<Hit> hits = new ArrayList<>();
        for (int at = 0; at + HEAD <= bytes.length; at++) {
            int head = head(bytes, at);
            if (heads.get(fold(head))) {
                for (Form form : formsByHead.getOrDefault(head, List.of())) {
                    if (stands(form.bytes(), bytes, at)) {
                        hits.add(new Hit(where, at, form.identifier(), form.name()));
                    }
                }
            }
        }
        return hits;
    }

    private void add(Form form) {
        int head = head(form.bytes(), 0);
        heads.set(fold(head));
        formsByHead.computeIfAbsent(head, key -> new ArrayList<>()).add(form);
    }

    private static boolean stands(byte[] form, byte[] bytes, int at) {
        for (int i = HEAD; i < form.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != form[i]) {
                return false;
            }
        }
        return true;
    }

    private static int head(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }

    private static int fold(int head) {
        return (head * 0x9E3779B1) >>> 16;
    }

    /** A server that runs renames its new files: what had another name a moment ago is read under that name, or was read before. */
    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }
}
