package sluice.guard.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A manifest, read so strictly that every other reader must find the same in it: no header twice in a section, no stray carriage return, no
 * line that is no header.
 *
 * @param main the headers of the bundle
 * @param sections the names of headers in sections of entries, by entry
 */
record ManifestText(Map<String, String> main, Map<String, List<String>> sections) {
    static final ManifestText EMPTY = new ManifestText(Map.of(), Map.of());

    private static final int LARGEST = 2 << 20;
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9][A-Za-z0-9_-]{0,69}): (.*)", Pattern.DOTALL);

    static ManifestText read(byte[] bytes) throws Malformed {
        if (bytes.length == 0 || bytes.length > LARGEST) {
            throw new Malformed(bytes.length == 0 ? "no manifest" : "more than " + LARGEST + " bytes");
        }
        String text = new String(bytes, ISO_8859_1).replace("\r\n", "\n");
        if (text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0 || !text.endsWith("\n") || text.startsWith("\n")) {
            throw new Malformed("a stray end of line, a zero, or no end");
        }
        Map<String, String> main = new LinkedHashMap<>();
        Map<String, List<String>> sections = new LinkedHashMap<>();
        for (String section : text.replace("\n ", "").split("\n\n+")) {
            Map<String, String> headers = headers(section);
            if (headers.isEmpty()) {
                throw new Malformed("a section without a header");
            }
            if (main.isEmpty()) {
                main.putAll(headers);
            } else {
                addSection(sections, headers);
            }
        }
        return new ManifestText(main, sections);
    }

    private static void addSection(Map<String, List<String>> sections, Map<String, String> headers) throws Malformed {
        List<String> names = new ArrayList<>(headers.keySet());
        String entry = headers.get("Name");
        if (entry == null || !names.remove(0).equals("Name") || sections.put(entry, names) != null) {
            throw new Malformed("a section without a name of its own");
        }
    }

    private static Map<String, String> headers(String section) throws Malformed {
        Map<String, String> headers = new LinkedHashMap<>();
        List<String> seen = new ArrayList<>();
        for (String line : section.split("\n")) {
            if (line.isEmpty()) {
                continue;
            }
            Matcher header = HEADER.matcher(line);
            if (!header.matches()) {
                throw new Malformed("a line that is no header");
            }
            String folded = header.group(1).toLowerCase(Locale.ROOT);
            if (seen.contains(folded)) {
                throw new Malformed("`" + header.group(1) + "` twice");
            }
            seen.add(folded);
            headers.put(header.group(1), utf8(header.group(2)));
        }
        return headers;
    }

    private static String utf8(String latin) throws Malformed {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(latin.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("text that is not UTF-8");
        }
    }
}
