package sluice.guard.rules;

import static java.util.Objects.requireNonNull;

/**
 * Why a bundle, or one class of it, may not run as a guest.
 *
 * @param where the class that holds it, with dots; for what is no class, the entry of the jar; {@code MANIFEST} for a header
 * @param what what it mentions there: a type, {@code type.member(descriptor)}, a header's name, an entry's name
 * @param rule the rule's code, lower case with hyphens, as listed in {@code docs/reference/error-codes.md}
 * @param instead what is allowed in its place; empty if nothing is
 */
public record Fault(String where, String what, String rule, String instead) {
    public Fault {
        requireNonNull(where, "where is null");
        requireNonNull(what, "what is null");
        requireNonNull(rule, "rule is null");
        requireNonNull(instead, "instead is null");
    }

    /** One line for a person: {@code where: what (rule); instead: ...}. */
    @Override
    public String toString() {
        return where + ": " + what + " (" + rule + ")" + (instead.isEmpty() ? "" : "; instead: " + instead);
    }
}
