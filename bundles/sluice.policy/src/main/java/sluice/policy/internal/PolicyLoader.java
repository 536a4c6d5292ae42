package sluice.policy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Zone;
import sluice.broker.core.words.OperatorWords;
import sluice.yaml.Problem;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.Snapshot;
import sluice.yaml.SourceFile;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;

/** Makes one consistent {@link PolicySet} of a folder, or says everything that is wrong with it. For one load. */
public final class PolicyLoader {
    static final String CATALOGUE = "catalogue";
    static final String PURPOSES = "purposes";
    static final String POLICIES = "policies";
    static final String ZONES = "zones";
    /** The folders that make a set. */
    public static final List<String> FOLDERS = List.of(CATALOGUE, PURPOSES, POLICIES, ZONES);

    private static final int VERSION_DIGITS = 12;

    private final OperatorWords words = new OperatorWords();
    private final Snapshot snapshot;
    private final List<Problem> found = new ArrayList<>();

    private PolicyLoader(Snapshot snapshot) {
        this.snapshot = snapshot;
        found.addAll(snapshot.problems());
    }

    /**
     * Loads.
     *
     * @param snapshot what is in the folders
     * @return one set, or everything that is wrong
     */
    public static Loaded load(Snapshot snapshot) {
        return new PolicyLoader(snapshot).load();
    }

    private Loaded load() {
        List<CatalogueStream> streams = read(CATALOGUE, problems -> new CatalogueReader(problems)::read);
        List<Purpose> purposes = read(PURPOSES, problems -> new PurposeReader(problems)::read);
        List<Policy> policies = read(POLICIES, problems -> new PolicyReader(problems, words)::read);
        List<Zone> zones = read(ZONES, problems -> new ZoneReader(problems)::read);
        Map<String, CatalogueStream> catalogue =
                named("stream", streams, CatalogueStream::name, CatalogueStream::where);
        Map<String, Purpose> register = named("purpose", purposes, Purpose::name, Purpose::where);
        named("policy", policies, Policy::name, Policy::where);
        named("zone", zones, Zone::name, Zone::where);
        // What a faulty file was to say is not known, so that whoever speaks of it is not blamed as well.
        if (found.isEmpty()) {
            found.addAll(CrossCheck.of(set(catalogue, register, policies, zones), words));
        }
        return found.isEmpty() ? new Loaded.Sound(set(catalogue, register, policies, zones)) : new Loaded.Faulty(found);
    }

    private PolicySet set(
            Map<String, CatalogueStream> catalogue,
            Map<String, Purpose> purposes,
            List<Policy> policies,
            List<Zone> zones) {
        String version = snapshot.sha256().substring(0, VERSION_DIGITS);
        return new PolicySet(version, catalogue, purposes, policies, zones);
    }

    private <T> List<T> read(String folder, Function<Problems, Function<YamlMap, Optional<T>>> reader) {
        List<T> all = new ArrayList<>();
        for (SourceFile file : snapshot.files()) {
            if (file.folder().equals(folder)) {
                Problems problems = new Problems();
                Function<YamlMap, Optional<T>> read = reader.apply(problems);
                Yaml.documents(file.name(), file.content(), problems)
                        .forEach(document -> read.apply(document).ifPresent(all::add));
                found.addAll(problems.list());
            }
        }
        return all;
    }

    private <T> Map<String, T> named(String kind, List<T> values, Function<T, String> name, Function<T, Where> where) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T value : values) {
            T first = byName.putIfAbsent(name.apply(value), value);
            if (first != null) {
                found.add(new Problem(
                        PolicyCode.DUPLICATE_NAME,
                        Names.mark(where.apply(value)),
                        "another " + kind + " is named " + Say.quote(name.apply(value)) + ", in "
                                + where.apply(first)));
            }
        }
        return byName;
    }
}
