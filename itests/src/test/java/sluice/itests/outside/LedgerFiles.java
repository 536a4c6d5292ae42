package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The ledger as its files hold it: entries are lines of JSON between checksums. */
record LedgerFiles(Instance instance) {
    /** The entries of a kind, in order, each as its text. */
    List<String> entries(String kind) throws IOException {
        Pattern entry = Pattern.compile("\\{\"kind\":\"" + kind + "\"[^\\x00-\\x1f]*\\}");
        List<String> entries = new ArrayList<>();
        for (Path segment : segments()) {
            String bytes = Files.readString(segment, ISO_8859_1);
            entry.matcher(bytes)
                    .results()
                    .map(MatchResult::group)
                    .map(text -> new String(text.getBytes(ISO_8859_1), UTF_8))
                    .forEach(entries::add);
        }
        return entries;
    }

    /** Its segment files, in order. */
    List<Path> segments() {
        return instance.files("data/sluice/ledger/journal").stream()
                .filter(file -> file.toString().endsWith(".log"))
                .toList();
    }
}
