package sluice.operator.internal.page;

import static java.util.Objects.requireNonNull;

/**
 * Buttons that do something: each is a form of its own that posts to the page, with the session's token.
 *
 * @param html where they are written
 * @param address of the page
 * @param token see {@link FormToken}
 */
record Forms(Html html, String address, String token) {
    Forms {
        requireNonNull(html, "html is null");
        requireNonNull(address, "address is null");
        requireNonNull(token, "token is null");
    }

    /** A button that does one thing to one subject. */
    void button(String action, String label, String subject, String of) {
        open();
        html.empty("input", "type", "hidden", "name", "subject", "value", subject);
        html.leaf(
                "button",
                label,
                "type",
                "submit",
                "name",
                AdmissionAction.FIELD,
                "value",
                action,
                "aria-label",
                label + " " + of);
        html.close();
    }

    /** The form by which a vendor's certificate is accepted. */
    void vendor() {
        open();
        html.open("label").text("Name ");
        html.empty("input", "name", "subject", "required", "required", "pattern", "[a-z0-9\\-]{2,40}");
        html.close();
        html.open("label").text("Certificate, PEM ");
        html.leaf("textarea", "", "name", "certificate", "rows", "6", "cols", "66", "required", "required");
        html.close();
        html.leaf("button", "Accept", "type", "submit", "name", AdmissionAction.FIELD, "value", "accept");
        html.close();
    }

    private void open() {
        html.open("form", "method", "post", "action", address);
        html.empty("input", "type", "hidden", "name", FormToken.FIELD, "value", token);
    }
}
