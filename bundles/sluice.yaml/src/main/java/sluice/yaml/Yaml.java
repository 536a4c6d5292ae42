package sluice.yaml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads and writes YAML 1.2. What is read is taken from strangers' hands: limits come first, and no file can choose a Java class. */
public final class Yaml {
    /** Longest file, bytes. */
    public static final int MAX_BYTES = 1024 * 1024;
    /** Deepest nesting of maps and lists. */
    public static final int MAX_DEPTH = 32;
    /** Most values in one file, keys included. */
    public static final int MAX_NODES = 200_000;

    private static final DumpSettings STYLE = DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setExplicitStart(true)
            .setSchema(new CoreSchema())
            .setWidth(1_000)
            .setSplitLines(false)
            .build();

    private Yaml() {}

    /**
     * Reads the documents of a file. Each must be a map; empty documents are skipped.
     *
     * @param file the name that problems shall give
     * @param content the bytes, UTF-8, at most {@link #MAX_BYTES}
     * @param problems told of all that is wrong
     * @return the documents before the first that is not YAML; complete only if no problem was noted
     */
    public static List<YamlMap> documents(String file, byte[] content, Problems problems) {
        if (content.length > MAX_BYTES) {
            problems.add(
                    YamlCode.TOO_LARGE,
                    new Mark(file, 1),
                    "file of " + content.length + " bytes; at most " + MAX_BYTES + " are read, split it");
            return List.of();
        }
        Optional<String> text = decode(content);
        if (text.isEmpty()) {
            problems.add(YamlCode.NOT_UTF8, new Mark(file, 1), "file is not UTF-8; save it with that encoding");
            return List.of();
        }
        return new NodeReader(file, problems).read(text.get());
    }

    /**
     * Writes one document, so that {@link #documents} gives the same values back.
     *
     * @param document keys in the order in which they shall stand; values are texts, numbers, booleans, lists and maps of these
     * @return the text, from {@code ---} to a line end
     */
    public static String write(Map<String, Object> document) {
        return new Dump(STYLE).dumpToString(document);
    }

    /**
     * What an unquoted word means in a file.
     *
     * @param plain for example {@code 150}, {@code true} or {@code old-town}
     * @return a {@link Long}, a {@link Double}, a {@link Boolean}, or the word itself
     */
    public static Object scalar(String plain) {
        return Scalars.valueOf(plain);
    }

    private static Optional<String> decode(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
