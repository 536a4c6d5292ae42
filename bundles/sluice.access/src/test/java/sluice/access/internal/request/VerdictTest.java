package sluice.access.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VerdictTest {
    private static final String PAGE = "/system/console/bundles";

    private final Verdict verdict = new Verdict(Set.of("sluice.city.example"));

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:9999",
        "Origin, ::::",
        "Referer, http://evil.example/page",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
    })
    void a_change_that_another_site_asks_for_is_refused(String header, String value) {
        assertThat(verdict("POST", PAGE, header, value)).contains("cross-site");
        assertThat(verdict("DELETE", "/ingest/cam/secret", header, value)).contains("cross-site");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://127.0.0.1:8181",
        "Referer, http://127.0.0.1:8181/system/console/bundles",
        "Sec-Fetch-Site, same-origin",
        "Sec-Fetch-Site, none",
        "Accept, text/html",
    })
    void a_change_from_our_own_page_or_from_no_browser_passes(String header, String value) {
        assertThat(verdict("POST", PAGE, header, value)).isEmpty();
    }

    /** The browser was told that a foreign name is this machine's (DNS rebinding): then all of it is one site to the browser. */
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8181", "127.0.0.1.evil.example", "", "[::2]:8181"})
    void a_foreign_name_of_this_machine_is_refused(String host) {
        assertThat(verdict("GET", PAGE, "Host", host)).contains("foreign-host");
        assertThat(verdict("GET", "/metrics", "Host", host)).contains("foreign-host");
        assertThat(verdict("GET", "/ingestion", "Host", host)).contains("foreign-host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:8181",
                "LOCALHOST:8181",
                "[::1]:8181",
                "sluice.city.example",
                "sluice.city.example:8443"
            })
    void our_own_names_pass(String host) {
        assertThat(verdict("GET", PAGE, "Host", host)).isEmpty();
    }

    /** Its secret is in the request, which no browser adds by itself. */
    @Test
    void a_webhook_is_called_by_any_name() {
        assertThat(verdict("POST", "/ingest/cam/secret", "Host", "hooks.city.example"))
                .isEmpty();
    }

    @Test
    void a_link_from_elsewhere_leads_here_but_nothing_is_embedded_there() {
        Map<String, String> link =
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
        Map<String, String> frame =
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe");
        Map<String, String> script =
                Map.of("Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "script");

        assertThat(verdict("GET", PAGE, link)).isEmpty();
        assertThat(verdict("GET", PAGE, frame)).contains("cross-site");
        assertThat(verdict("GET", PAGE, script)).contains("cross-site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get"})
    void a_method_that_nobody_needs_is_refused(String method) {
        assertThat(verdict(method, PAGE, "Accept", "*/*")).contains("bad-method");
    }

    private Optional<String> verdict(String method, String path, String header, String value) {
        return verdict(method, path, Map.of(header, value));
    }

    private Optional<String> verdict(String method, String path, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(Map.of("Host", "127.0.0.1:8181"));
        all.putAll(headers);
        return verdict.refusal(method, path, all::get);
    }
}
