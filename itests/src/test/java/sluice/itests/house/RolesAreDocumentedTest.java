package sluice.itests.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table that people read says what Karaf is told; and Karaf is told something of every command. */
final class RolesAreDocumentedTest {
    private static final List<String> ROLES =
            List.of("viewer", "operator", "integrator", "privacy", "auditor", "admin");
    private static final Pattern COMMAND = Pattern.compile("scope = \"sluice\",\\s*name = \"([a-z-]+)\"");

    @Test
    void the_table_of_roles_is_what_karaf_is_told() {
        assertThat(table()).isEqualTo(told());
    }

    @Test
    void every_command_of_ours_is_somebodys() {
        Set<String> commands = new TreeSet<>();
        for (var file : House.under(
                House.root().resolve("bundles"), path -> path.toString().endsWith("Command.java"))) {
            Matcher matcher = COMMAND.matcher(House.text(file));
            while (matcher.find()) {
                commands.add(matcher.group(1));
            }
        }
        assertThat(commands).isNotEmpty().isEqualTo(told().keySet());
    }

    private static Map<String, Set<String>> told() {
        String file = "karaf-distribution/src/main/resources/etc/org.apache.karaf.command.acl.sluice.cfg";
        Map<String, Set<String>> roles = new TreeMap<>();
        House.text(House.root().resolve(file))
                .lines()
                .filter(line -> line.matches("[a-z-]+ = .*"))
                .forEach(line -> roles.put(line.split(" = ")[0], allOf(List.of(line.split(" = ")[1].split(", ")))));
        return roles;
    }

    /** Everybody who signs in is a viewer too. */
    private static Set<String> allOf(List<String> named) {
        return new TreeSet<>(named.contains("viewer") ? ROLES : named);
    }

    private static Map<String, Set<String>> table() {
        Map<String, Set<String>> roles = new TreeMap<>();
        House.text(House.root().resolve("docs/reference/commands.md"))
                .lines()
                .filter(line -> line.matches("\\| `sluice:[a-z-]+` (\\|( x)? ){6}\\|"))
                .forEach(line -> roles.put(line.substring(10, line.indexOf('`', 10)), marked(line)));
        return roles;
    }

    private static Set<String> marked(String line) {
        String[] cells = line.split("\\|");
        Set<String> marked = new TreeSet<>();
        for (int role = 0; role < ROLES.size(); role++) {
            if (cells[role + 2].contains("x")) {
                marked.add(ROLES.get(role));
            }
        }
        return marked;
    }
}
