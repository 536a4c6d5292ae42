package sluice.itests.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader who follows a link within the project arrives. */
final class DocsLinksTest {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern CODE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    @Test
    void every_relative_link_leads_to_a_file_and_a_heading() {
        List<String> broken = House.files(path -> path.toString().endsWith(".md")).stream()
                .flatMap(page -> links(page)
                        .filter(link -> !leadsSomewhere(page, link))
                        .map(link -> House.named(page) + " -> " + link))
                .toList();
        assertThat(broken).isEmpty();
    }

    private static Stream<String> links(Path page) {
        String prose =
                CODE.matcher(FENCE.matcher(House.text(page)).replaceAll("")).replaceAll("");
        return LINK.matcher(prose)
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches());
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        boolean isThere = target.startsWith(House.root()) && Files.exists(target);
        return isThere && (parts.length == 1 || headings(target).anyMatch(parts[1]::equals));
    }

    /** As the usual viewers name them: lower case, blanks to hyphens, punctuation gone. */
    private static Stream<String> headings(Path page) {
        return HEADING.matcher(House.text(page)).results().map(DocsLinksTest::anchor);
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-' || c == '_')
                .mapToObj(Character::toString)
                .collect(joining())
                .replace(' ', '-');
    }
}
