package sluice.yaml;

import static java.util.Objects.requireNonNull;

/**
 * One file as it was at one moment. Equal to another if name and content are the same.
 */
public final class SourceFile implements Comparable<SourceFile> {
    private final String name;
    private final byte[] content;
    private final String sha256;

    /**
     * A file.
     *
     * @param name below the watched folder, with {@code /}
     * @param content its bytes; not to be changed any more
     */
    public SourceFile(String name, byte[] content) {
        this.name = requireNonNull(name, "name is null");
        this.content = requireNonNull(content, "content is null");
        this.sha256 = Sha256.hex(content);
    }

    /**
     * Its name.
     *
     * @return for example {@code policies/corridor.yaml}
     */
    public String name() {
        return name;
    }

    /**
     * The folder that it is in.
     *
     * @return for example {@code policies}
     */
    public String folder() {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }

    /**
     * Its bytes.
     *
     * @return the array itself; not to be changed
     */
    public byte[] content() {
        return content;
    }

    /**
     * The digest of its content.
     *
     * @return 64 lower-case hexadecimal digits
     */
    public String sha256() {
        return sha256;
    }

    @Override
    public int compareTo(SourceFile other) {
        return name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file && file.name.equals(name) && file.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + sha256.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
