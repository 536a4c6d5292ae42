package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.itests.forger.Forger;

/** Who comes in, by shell and by browser, and what each role may do, as Karaf and the console really decide it. */
@ExtendWith(RunningHouse.Shared.class)
final class AccessIT {
    private static final String FLOWS = "/system/console/sluice-flows";
    private static final List<String> DENIED = List.of("Command not found", "Insufficient credentials");

    private static final Duration WAIT = Duration.ofSeconds(40);

    private final RunningHouse house;
    private final Web web;

    AccessIT(RunningHouse house) {
        this.house = house;
        this.web = house.distribution().web();
    }

    /** Karaf's default delegates the package, and then any bundle makes itself an administrator. */
    @Test
    void a_bundle_gets_no_principal_that_it_did_not_import() {
        await().atMost(RunningCity.SOON)
                .until(() -> house.instance().files("").stream().anyMatch(file -> file.endsWith(RunningHouse.FORGED)));

        assertThat(house.instance().read(RunningHouse.FORGED))
                .contains(Forger.PRINCIPAL + " false", Forger.INSIDE + " false")
                .as("the class that JAAS needs shows that the question was asked")
                .contains(Forger.DELEGATED + " true");
    }

    @Test
    void nothing_of_the_jdk_is_opened_but_the_parsers_of_xml() {
        assertThat(house.instance()
                        .read("bin/karaf")
                        .lines()
                        .filter(line -> line.contains("--add-opens") || line.contains("--add-exports")))
                .singleElement()
                .asString()
                .contains("org.apache.karaf.specs.locator");
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, sluice:flows | grep traffic; sluice:why; sluice:admission; jaas:whoami, sluice:explain a b c",
        "privacy, sluice:explain traffic.plate traffic-planning sluice.app.planning; sluice:ledger-verify, sluice:device-list",
        "auditor, sluice:ledger-verify; sluice:device-list; bundle:list; log:display, sluice:source-add x x/",
        "operator, sluice:device-list; bundle:list; sluice:ledger-verify, sluice:approve 12345678",
        "integrator, sluice:source-add itests itests/; bundle:list; sluice:device-list, sluice:vendor-revoke development-key",
        "admin, sluice:vendor-list; config:list, shell:nothing",
    })
    void a_role_has_its_commands_and_no_others(String role, String allowed, String denied) {
        assertThat(house.shell(role, allowed)).doesNotContain(DENIED).doesNotContain("Error");
        assertThat(house.shell(role, denied)).containsAnyOf(DENIED.toArray(String[]::new));
    }

    /** What reaches past the commands: configuration (CVE-2026-91085), files, programs of the system, Java objects, a guard's end. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "config:install file:/etc/hostname users.properties",
                "cat etc/users.properties",
                "grep admin etc/users.properties",
                "head etc/users.properties",
                "echo x > deploy/x.jar",
                "exec id",
                "$.context bundles",
                "bundle:stop -f sluice.guard",
                "instance:list",
                "sluice:go-live localhost /x",
            })
    void an_integrator_reaches_no_file_no_program_and_no_object(String command) {
        assertThat(house.shell("integrator", command)).containsAnyOf(DENIED.toArray(String[]::new));
    }

    @Test
    void a_page_of_the_console_is_for_its_roles() {
        assertThat(RunningHouse.ROLES).allSatisfy(role -> {
            assertThat(house.page(role, "/sluice-flows")).as(role).isEqualTo(200);
            assertThat(house.page(role, "/config")).as(role).isEqualTo(role.equals("admin") ? 200 : 403);
            assertThat(house.page(role, "/sluice-flows/../config"))
                    .as(role)
                    .isEqualTo(role.equals("admin") ? 200 : 403);
            assertThat(house.page(role, "/gogo")).as(role).isEqualTo(role.equals("admin") ? 200 : 403);
        });
        assertThat(house.page("auditor", "/bundles")).isEqualTo(200);
        assertThat(house.page("viewer", "/bundles")).isEqualTo(403);
        assertThat(house.page("privacy", "/logs")).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, Origin: http://evil.example, 403",
        "POST, Origin: null, 403",
        "POST, Sec-Fetch-Site: cross-site, 403",
        "POST, Referer: http://evil.example/page, 403",
        "GET, Host: evil.example, 403",
        "GET, Sec-Fetch-Site: cross-site, 403",
        "GET, Sec-Fetch-Site: same-origin, 200",
        "POST, Sec-Fetch-Site: same-origin, 403 of the page's own token",
    })
    void a_browser_is_not_made_another_sites_hand(String method, String header, String status) {
        String answer = web.ask(method + " /system/console/sluice-admission", basic("admin"), header);
        boolean isOwn = status.contains("token");

        assertThat(answer).startsWith("HTTP/1.1 " + status.substring(0, 3));
        assertThat(answer.contains("\"code\":\"")).isEqualTo(status.equals("403") && !isOwn);
    }

    @Test
    void every_servlet_is_behind_the_same_door() {
        assertThat(web.ask("GET /metrics", "Host: evil.example"))
                .startsWith("HTTP/1.1 403")
                .contains("foreign-host");
        assertThat(web.ask("GET /health", "Host: evil.example")).startsWith("HTTP/1.1 403");
        assertThat(web.ask("POST /ingest/x/y", "Origin: http://evil.example")).startsWith("HTTP/1.1 403");
        assertThat(web.ask("POST /ingest/x/y", "Host: hooks.city.example")).startsWith("HTTP/1.1 401");
        assertThat(house.distribution().web().get("/metrics").body())
                .contains("sluice_request_refused_total{code=\"foreign-host\"}");
    }

    @Test
    void a_page_says_what_it_may_do_and_its_session_is_its_own() {
        HttpResponse<String> page = web.getAs("admin", "pw-admin", FLOWS);
        Map<String, List<String>> headers = page.headers().map();

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(headers.get("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Strict");
    }

    /** A browser sends the password for as long as it runs. */
    @Test
    void a_session_that_ended_asks_for_the_password_again() {
        String known = web.ask("GET " + FLOWS, basic("admin"));
        String ended = web.ask("GET " + FLOWS, basic("admin"), "Cookie: JSESSIONID=node0ended.node0");

        assertThat(known).startsWith("HTTP/1.1 200");
        assertThat(ended).startsWith("HTTP/1.1 401").contains("WWW-Authenticate");
    }

    /** Five wrong ones cost 10 s; a shell's start alone takes three. */
    @Test
    void who_guesses_has_to_wait_at_the_console_and_at_the_shell_and_nobody_else_has_to() {
        for (int time = 0; time < 4; time++) {
            assertThat(web.getAs("clumsy", "wrong", FLOWS).statusCode()).isEqualTo(401);
        }
        assertThat(web.getAs("clumsy", "pw-clumsy", FLOWS).statusCode())
                .as("the right one, too soon")
                .isEqualTo(401);
        assertThat(web.get("/metrics").body()).contains("sluice_trouble{part=\"access\",code=\"locked-out\"} 1");
        await("a moment later")
                .atMost(WAIT)
                .until(() -> web.getAs("clumsy", "wrong", FLOWS).statusCode() == 401
                        && !web.get("/metrics").body().contains("sluice_sign_in_total{outcome=\"wrong\"} 4\n"));

        assertThat(house.shell("clumsy", "sluice:why"))
                .as("the same user by SSH")
                .doesNotContain("CODE", "everything");
        assertThat(house.shell("viewer", "sluice:why")).doesNotContain("clumsy", "127.0.0.1");
        await("let in again")
                .atMost(WAIT)
                .until(() -> web.getAs("clumsy", "pw-clumsy", FLOWS).statusCode() == 200);
    }

    private static String basic(String user) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((user + ":pw-" + user).getBytes(UTF_8));
    }
}
