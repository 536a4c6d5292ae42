package sluice.operator.internal.page;

import javax.servlet.http.HttpServletRequest;
import sluice.guard.Admission;

/** Does what a button of the page "Admission" says. */
final class AdmissionAction {
    /** The name of a form's button. */
    static final String FIELD = "do";

    private static final int LONGEST_CERTIFICATE = 64 * 1024;

    private final Admission admission;

    AdmissionAction(Admission admission) {
        this.admission = admission;
    }

    /** What was done, or why not, in one line. */
    String act(HttpServletRequest request, String by) {
        String subject = value(request, "subject");
        return switch (value(request, FIELD)) {
            case "approve" -> text(admission.approve(subject, by));
            case "withdraw" -> text(admission.withdraw(subject, by));
            case "revoke" -> text(admission.revokeVendor(subject, by));
            case "accept" -> accept(subject, value(request, "certificate"), by);
            default -> "there is no such button";
        };
    }

    private String accept(String name, String certificate, String by) {
        return certificate.length() > LONGEST_CERTIFICATE
                ? "that is too long for a certificate"
                : text(admission.addVendor(name.strip(), certificate, by));
    }

    private static String text(Admission.Answer answer) {
        return answer.isDone() ? answer.text() : "Not done: " + answer.text() + " [" + answer.code() + "]";
    }

    private static String value(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
