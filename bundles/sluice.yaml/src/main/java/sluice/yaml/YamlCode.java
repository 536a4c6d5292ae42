package sluice.yaml;

/** The codes of what can be wrong with any YAML file, all of the kind USER. */
public final class YamlCode {
    /** The folder that should be watched is not there, can not be read, or holds too much. */
    public static final String FOLDER_UNREADABLE = "folder-unreadable";
    /** A file can not be read. */
    public static final String FILE_UNREADABLE = "file-unreadable";
    /** A file is over {@link Yaml#MAX_BYTES}. */
    public static final String TOO_LARGE = "file-too-large";
    /** A file's name does not end in {@code .yaml}, so that it would be overlooked. */
    public static final String MISNAMED = "file-misnamed";
    /** A file is not UTF-8. */
    public static final String NOT_UTF8 = "yaml-not-utf8";
    /** A file is not YAML. */
    public static final String SYNTAX = "yaml-syntax";
    /** A text has half of a character (an unpaired surrogate), written as an escape. */
    public static final String HALF_CHARACTER = "yaml-half-character";
    /** Nesting is over {@link Yaml#MAX_DEPTH}. */
    public static final String TOO_DEEP = "yaml-too-deep";
    /** More than {@link Yaml#MAX_NODES} values in one file. */
    public static final String TOO_MANY_VALUES = "yaml-too-many-values";
    /** An anchor or an alias, which make a file say more than its lines do. */
    public static final String ALIAS = "yaml-alias";
    /** A tag, which would make a file choose a class. */
    public static final String TAG = "yaml-tag";
    /** A key stands twice in one map. */
    public static final String DUPLICATE_KEY = "duplicate-key";
    /** A key that nobody reads, most often a slip of the pen. */
    public static final String UNKNOWN_KEY = "unknown-key";
    /** A key that must be there is not. */
    public static final String MISSING_KEY = "missing-key";
    /** A value is of another type than its key asks for. */
    public static final String WRONG_TYPE = "wrong-type";
    /** A value has the right type and makes no sense. */
    public static final String BAD_VALUE = "bad-value";
    /** A word that is none of the few that may stand here. */
    public static final String UNKNOWN_WORD = "unknown-word";
    /** Not all problems are shown. */
    public static final String TOO_MANY_PROBLEMS = "too-many-problems";

    private YamlCode() {}
}
