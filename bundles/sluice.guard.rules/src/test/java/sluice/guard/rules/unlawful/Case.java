package sluice.guard.rules.unlawful;

/**
 * One way out.
 *
 * @param body of a class that takes it
 * @param what what the fault has to name, or its end
 * @param rule the code of the rule that refuses it
 * @param instead a part of the substitute that is named
 */
record Case(String body, String what, String rule, String instead) {
    static Case member(String body, String what, String instead) {
        return new Case(body, what, "member-denied", instead);
    }

    static Case part(String body, String what, String instead) {
        return new Case(body, what, "member-not-allowed", instead);
    }

    static Case type(String body, String what, String instead) {
        return new Case(body, what, "type-not-allowed", instead);
    }

    static Case lock(String body) {
        return new Case(body, "f()", "lock", "synchronized method");
    }

    @Override
    public String toString() {
        return rule + " " + what;
    }
}
