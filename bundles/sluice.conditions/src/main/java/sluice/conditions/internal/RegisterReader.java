package sluice.conditions.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Freeze;
import sluice.broker.core.port.Conditions.Term;
import sluice.broker.core.port.OptOuts;
import sluice.broker.core.port.SubjectDigest;
import sluice.schema.FileKind;
import sluice.schema.Schema;
import sluice.yaml.Mark;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.Snapshot;
import sluice.yaml.SourceFile;
import sluice.yaml.Yaml;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;

/**
 * What the registers say. One that is missing or faulty says no for all that hangs on it, and the others go on. For one look at the folder.
 */
final class RegisterReader {
    private final Schema schema = Schema.of(FileKind.REGISTERS);
    private final List<Problem> found = new ArrayList<>();
    private final Snapshot snapshot;
    private final Optional<OptOutKey> key;
    private final ZoneId zone;

    RegisterReader(Snapshot snapshot, Optional<OptOutKey> key, ZoneId zone) {
        this.snapshot = snapshot;
        this.key = key;
        this.zone = zone;
        found.addAll(snapshot.problems());
    }

    /** What is wrong; call it after {@link #facts()}. */
    List<Problem> problems() {
        return List.copyOf(found);
    }

    Facts facts() {
        Facts unknown = Facts.UNKNOWN;
        snapshot.files().forEach(this::refuseOther);
        return new Facts(
                read(Register.AGREEMENTS, unknown.agreements(), all -> terms(Register.AGREEMENTS, all, "in-force")),
                read(Register.ASSESSMENTS, unknown.assessments(), all -> terms(Register.ASSESSMENTS, all, "approved")),
                read(Register.FREEZES, unknown.freezes(), RegisterReader::freezes),
                read(Register.OPT_OUTS, unknown.optOuts(), this::optOuts));
    }

    private <T> T read(Register register, T closed, Function<List<YamlMap>, T> reader) {
        Optional<SourceFile> file = snapshot.files().stream()
                .filter(any -> any.name().equals(register.file()))
                .findFirst();
        if (file.isEmpty()) {
            missing(register);
            return closed;
        }
        Problems problems = new Problems();
        List<YamlMap> documents = Yaml.documents(register.file(), file.get().content(), problems);
        documents.forEach(document -> sound(register, document));
        T said = problems.count() > 0 ? closed : reader.apply(documents);
        found.addAll(problems.list());
        return problems.count() > 0 ? closed : said;
    }

    private void missing(Register register) {
        if (snapshot.problems().stream()
                .noneMatch(problem -> register.file().startsWith(problem.at().file()))) {
            String text = "register is missing, so " + register.closed()
                    + "; a file without entries says that there are none";
            found.add(new Problem(RegisterCode.MISSING, new Mark(register.file(), 1), text));
        }
    }

    private void refuseOther(SourceFile file) {
        if (Register.of(file.name()).isEmpty()) {
            String help = Say.didYouMean(file.name(), Register.files());
            String text = "is none of the registers, and not read" + help;
            found.add(new Problem(RegisterCode.UNKNOWN, new Mark(file.name(), 1), text));
        }
    }

    private void sound(Register register, YamlMap document) {
        if (schema.check(document) && !document.has(register.key())) {
            document.asValue()
                    .problem(
                            RegisterCode.MISPLACED,
                            "only entries with `" + register.key() + "` belong into this register");
        }
    }

    private Map<String, Term> terms(Register register, List<YamlMap> documents, String good) {
        Map<String, Term> terms = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (YamlMap document : documents) {
            String name = document.text(register.key());
            if (!names.add(name)) {
                document.problem(
                        RegisterCode.DUPLICATE_NAME, register.key(), "another entry is named " + Say.quote(name));
            }
            Instant from = document.instant("from", zone);
            Instant until = document.instant("until", zone);
            if (!until.isAfter(from)) {
                document.problem(YamlCode.BAD_VALUE, "until", "`until` must be after `from`");
            } else if (document.text("state").equals(good)) {
                terms.put(name, new Term(from, until));
            }
        }
        return terms;
    }

    private static Set<Freeze> freezes(List<YamlMap> documents) {
        Set<Freeze> freezes = new HashSet<>();
        for (YamlMap document : documents) {
            YamlMap flow = document.map(Register.FREEZES.key());
            if (document.text("state").equals("frozen")) {
                freezes.add(new Freeze(flow.text("stream"), flow.text("purpose"), flow.text("recipient")));
            }
        }
        return freezes;
    }

    private OptOuts optOuts(List<YamlMap> documents) {
        if (key.isEmpty()) {
            found.add(new Problem(
                    RegisterCode.WRONG_KEY,
                    new Mark(Register.OPT_OUTS.file(), 1),
                    "the key of the opt-outs can not be read, so " + Register.OPT_OUTS.closed()));
            return OptOuts.UNKNOWN;
        }
        List<SubjectDigest> digests = new ArrayList<>();
        for (YamlMap document : documents) {
            if (!document.text("key").equals(key.get().mark())) {
                document.problem(
                        RegisterCode.WRONG_KEY,
                        "key",
                        "the entries were put down under another key than the platform has; bring that key back");
            }
            YamlMap kinds = document.map(Register.OPT_OUTS.key());
            for (String kind : kinds.keys()) {
                kinds.list(kind).forEach(digest -> digests.add(OptOutKey.parse(digest.text())));
            }
        }
        return OptOuts.of(key.get().key(), digests);
    }
}
