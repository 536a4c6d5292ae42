package sluice.yaml;

/** What a value of a file is. */
public enum YamlKind {
    /** Nothing was written, or {@code null}. */
    NOTHING,
    /** A text. */
    TEXT,
    /** A finite number, written without quotes. */
    NUMBER,
    /** {@code true} or {@code false}, written without quotes. */
    TRUTH,
    /** A list. */
    LIST,
    /** A map. */
    MAP
}
