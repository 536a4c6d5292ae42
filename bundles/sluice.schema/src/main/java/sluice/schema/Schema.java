package sluice.schema;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import sluice.yaml.Problems;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;

/**
 * What documents of one kind look like: a JSON Schema (draft 2020-12), of which the keywords that our schemas use are understood. A schema
 * that uses another is refused when it is read, so that nothing in it is silently passed over. Immutable, for any thread.
 */
public final class Schema {
    private final Rule root;

    private Schema(Rule root) {
        this.root = root;
    }

    /**
     * The schema of a kind of file, as it is shipped.
     *
     * @param kind the kind
     * @return its schema
     */
    public static Schema of(FileKind kind) {
        return read(kind.schemaFile(), bytes(kind));
    }

    /**
     * The schema of a kind of file, as its bytes.
     *
     * @param kind the kind
     * @return JSON, UTF-8
     */
    public static byte[] bytes(FileKind kind) {
        try (InputStream in =
                requireNonNull(Schema.class.getResourceAsStream(kind.schemaFile()), "schema is missing")) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Reads a schema.
     *
     * @param name for error texts
     * @param json the schema; JSON is YAML
     * @return the schema
     * @throws IllegalArgumentException if it is none, or uses a keyword that is not understood
     */
    public static Schema read(String name, byte[] json) {
        Problems problems = new Problems();
        List<YamlMap> documents = Yaml.documents(name, json, problems);
        if (problems.count() > 0 || documents.size() != 1) {
            throw new IllegalArgumentException("schema " + name + " is not one JSON object: " + problems.list());
        }
        Rule root = new SchemaReader(documents.get(0)).read();
        if (problems.count() > 0) {
            throw new IllegalArgumentException("schema " + name + ": " + problems.list());
        }
        return new Schema(root);
    }

    /**
     * Checks a document, and notes each problem with its line where the document's own problems are noted.
     *
     * @param document as it was read
     * @return whether it is sound
     */
    public boolean check(YamlMap document) {
        return root.check(document.asValue(), true);
    }

    /**
     * Whether a document is sound, without a word.
     *
     * @param document as it was read
     * @return true if so
     */
    public boolean accepts(YamlMap document) {
        return root.check(document.asValue(), false);
    }
}
