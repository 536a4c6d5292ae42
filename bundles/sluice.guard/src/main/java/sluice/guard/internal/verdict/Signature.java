package sluice.guard.internal.verdict;

import java.security.cert.X509Certificate;
import java.util.List;
import sluice.guard.rules.Fault;

/**
 * Who signed a jar.
 *
 * @param signers the certificate under which every entry is signed; none if there is a fault
 * @param faults why it is not signed as it should be
 */
record Signature(List<X509Certificate> signers, List<Fault> faults) {
    Signature {
        signers = List.copyOf(signers);
        faults = List.copyOf(faults);
    }

    static Signature by(X509Certificate signer) {
        return new Signature(List.of(signer), List.of());
    }

    static Signature fault(String where, String what, String rule) {
        return new Signature(List.of(), List.of(new Fault(where, what, rule, "")));
    }
}
