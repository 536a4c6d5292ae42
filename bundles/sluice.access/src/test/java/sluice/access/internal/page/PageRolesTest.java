package sluice.access.internal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageRolesTest {
    @ParameterizedTest
    @CsvSource({
        "viewer, GET, /sluice-flows, true",
        "viewer, GET, /sluice-flows/flows.live, true",
        "viewer, GET, /res/ui/webconsole.css, true",
        "viewer, GET, /sluice-admission, true",
        "viewer, POST, /sluice-admission, false",
        "viewer, GET, /bundles, false",
        "viewer, GET, /config, false",
        "operator, GET, /bundles/12.json, true",
        "operator, GET, /bundles.json, true",
        "operator, POST, /bundles, false",
        "operator, GET, /gogo, false",
        "auditor, GET, /logs, true",
        "auditor, POST, /logs, false",
        "auditor, GET, /status-Configurations.txt, false",
        "privacy, GET, /bundles, false",
        "integrator, POST, /sluice-admission, true",
        "integrator, POST, /bundles/12, true",
        "integrator, POST, /config/x, false",
        "admin, POST, /config/x, true",
        "admin, GET, /gogo, true",
        "nobody, GET, /sluice-flows, false",
    })
    void a_page_is_for_its_roles_only(String role, String method, String path, boolean isAllowed) {
        assertThat(PageRoles.allow(Set.of(role), method, path, "")).isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "revoke"})
    void whose_signature_counts_is_an_administrators_matter(String button) {
        assertThat(PageRoles.allow(Set.of("integrator"), "POST", "/sluice-admission", button))
                .isFalse();
        assertThat(PageRoles.allow(Set.of("admin"), "POST", "/sluice-admission", button))
                .isTrue();
    }

    @Test
    void what_nobody_named_is_an_administrators() {
        assertThat(PageRoles.allow(Set.of("viewer", "operator", "integrator", "auditor"), "GET", "/new-plugin", ""))
                .isFalse();
    }

    @Test
    void a_password_may_hold_a_colon_and_is_not_written() {
        Basic basic = Basic.of("Basic b3A6YTpi").orElseThrow();

        assertThat(basic.password()).isEqualTo("a:b");
        assertThat(basic.toString()).doesNotContain("a:b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer b3A6YTpi", "Basic", "Basic ***", "Basic OmE="})
    void what_is_no_user_and_password_is_nobody(String header) {
        assertThat(Basic.of(header)).isEmpty();
    }
}
