package sluice.operator.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import sluice.guard.Admission;
import sluice.guard.Guest;
import sluice.operator.internal.FakeAdmission;
import sluice.operator.internal.FakePlatform;

class AdmissionPageTest {
    private static final String ROOT = "/system/console/sluice-admission";

    private final FakePlatform platform = FakePlatform.healthy();
    private final FakeAdmission admission = FakeAdmission.city();
    private final AdmissionPage page = new AdmissionPage(platform);
    private final FakeSession session = new FakeSession();

    AdmissionPageTest() {
        platform.admission = admission;
    }

    @Test
    void who_waits_comes_with_the_signer_and_a_button() throws Exception {
        assertThat(get("/admission.live").body())
                .startsWith("<p id=\"sluice-status\" role=\"status\">3 guests: 1 waiting, 1 refused, 1 approved.</p>\n")
                .contains("<span>acme.driver.soil</span> <small>(87)</small></th><td>1.0.0</td><td>acme</td>"
                        + "<td><code title=\"" + FakeAdmission.WAITING + "\">0123456789ab</code></td><td>list 1</td>"
                        + "<td><form method=\"post\" action=\"" + ROOT + "\">")
                .contains("aria-label=\"Approve acme.driver.soil 1.0.0\">Approve</button>");
    }

    @Test
    void who_was_refused_comes_with_every_reason_and_a_development_key_as_what_it_is() throws Exception {
        assertThat(get("/admission.live").body())
                .contains("java.net.Socket (socket); instead: return readings</small>")
                .contains("java.lang.Thread (thread); instead: tick(Instant)</small>")
                .contains("<td>development key</td>")
                .contains("A development key: the build made it, and nobody vouches for it.");
    }

    @Test
    void a_button_of_this_page_does_what_it_says_and_sends_the_browser_back_to_the_page() throws Exception {
        String token = token();
        FakeExchange post = post(Map.of("token", token, "do", "approve", "subject", FakeAdmission.WAITING));
        assertThat(post.status).isEqualTo(303);
        assertThat(post.headers).containsEntry("Location", ROOT);
        assertThat(admission.asked).containsExactly("approve " + FakeAdmission.WAITING + " by jo");
        assertThat(get("").body()).contains("<p class=\"answer\" role=\"alert\">done</p>");
        assertThat(get("").body()).doesNotContain("done</p>");
    }

    @Test
    void every_button_is_known() throws Exception {
        String token = token();
        post(Map.of("token", token, "do", "withdraw", "subject", FakeAdmission.APPROVED));
        post(Map.of("token", token, "do", "revoke", "subject", "acme"));
        post(Map.of("token", token, "do", "accept", "subject", " corp ", "certificate", "PEM"));
        post(Map.of("token", token, "do", "accept", "subject", "corp", "certificate", "x".repeat(70_000)));
        post(Map.of("token", token, "do", "format-the-disk", "subject", "c"));
        post(Map.of("token", token));
        assertThat(admission.asked)
                .containsExactly(
                        "withdraw " + FakeAdmission.APPROVED + " by jo", "revoke acme by jo", "accept corp PEM by jo");
    }

    @Test
    void what_the_guard_declines_is_shown_with_its_code() throws Exception {
        admission.answer = new Admission.Answer(false, "name-taken", "the name belongs to `acme`");
        post(Map.of("token", token(), "do", "approve", "subject", FakeAdmission.WAITING));
        assertThat(get("").body()).contains("Not done: the name belongs to `acme` [name-taken]");
    }

    /** A browser sends the operator's password along with whatever form another site makes it post. */
    @Test
    void a_form_without_the_sessions_token_does_nothing() throws Exception {
        String token = token();
        for (Map<String, String> form : List.of(
                Map.of("do", "approve", "subject", FakeAdmission.WAITING),
                Map.of("token", "", "do", "approve", "subject", FakeAdmission.WAITING),
                Map.of("token", token + "0", "do", "approve", "subject", FakeAdmission.WAITING))) {
            assertThat(post(form).status).isEqualTo(403);
        }
        FakeExchange other = new FakeExchange("POST", ROOT)
                .in(new FakeSession())
                .with(Map.of("token", token, "do", "approve", "subject", FakeAdmission.WAITING));
        page.service(other.request(), other.response());
        assertThat(other.status).isEqualTo(403);
        assertThat(admission.asked).isEmpty();
    }

    @Test
    void a_get_changes_nothing_whatever_its_query_says() throws Exception {
        String token = token();
        FakeExchange get = new FakeExchange("GET", ROOT)
                .in(session)
                .with(Map.of("token", token, "do", "approve", "subject", FakeAdmission.WAITING));
        page.service(get.request(), get.response());
        assertThat(admission.asked).isEmpty();
        assertThat(exchange("DELETE", ROOT).status).isEqualTo(405);
    }

    @Test
    void the_page_is_well_formed_and_none_of_its_names_is_markup() throws Exception {
        String hostile = "\"><img src=x onerror=alert(1)>'&amp;";
        admission.vendor(hostile, true);
        for (Guest.State state : Guest.State.values()) {
            admission.guests.add(new Guest(9, hostile, hostile, state, hostile, hostile, 1, List.of(hostile)));
        }
        admission.answer = new Admission.Answer(true, "", hostile);
        post(Map.of("token", token(), "do", "approve", "subject", hostile));
        Document document = parse(get("").body());
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(1);
        assertThat(document.getDocumentElement().getTextContent()).contains(hostile);
        int tables = document.getElementsByTagName("table").getLength();
        assertThat(document.getElementsByTagName("caption").getLength()).isEqualTo(tables);
    }

    @Test
    void the_page_loads_nothing_from_elsewhere_and_runs_nothing_inline() throws Exception {
        assertThat(get("").body()).doesNotContain("http:", "https:", "style=", "onclick");
        assertThat(get("/flows.js").headers).containsEntry("Content-Type", "text/javascript; charset=utf-8");
        assertThat(get("/flows.css").body()).doesNotContain("url(", "@import");
        assertThat(exchange("GET", ROOT + "/other").status).isEqualTo(404);
    }

    @Test
    void without_a_guard_the_page_says_so() throws Exception {
        platform.admission = null;
        assertThat(get("/admission.live").body()).contains("The guard does not run: no driver and no application may.");
        post(Map.of("token", token(), "do", "approve", "subject", FakeAdmission.WAITING));
        assertThat(get("").body()).contains("the guard does not run");
    }

    private String token() throws Exception {
        return get("").body().replaceAll("(?s).*?name=\"token\" value=\"([0-9a-f]{32})\".*", "$1");
    }

    private FakeExchange get(String path) throws Exception {
        return exchange("GET", ROOT + path);
    }

    private FakeExchange post(Map<String, String> form) throws Exception {
        FakeExchange exchange = new FakeExchange("POST", ROOT).in(session).with(form);
        page.service(exchange.request(), exchange.response());
        return exchange;
    }

    private FakeExchange exchange(String method, String path) throws Exception {
        FakeExchange exchange = new FakeExchange(method, path).in(session);
        page.service(exchange.request(), exchange.response());
        return exchange;
    }

    private static Document parse(String page) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }
}
