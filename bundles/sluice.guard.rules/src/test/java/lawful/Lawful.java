package lawful;

/** A small piece of what drivers and applications are made of. The guard accepts it, and it does what it is for. */
public interface Lawful {
    /** What it computes. */
    Object run();

    /** What it has to compute. */
    Object expected();
}
