package sluice.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import sluice.yaml.Problems;
import sluice.yaml.Yaml;
import sluice.yaml.YamlMap;

/** One sound document or more of each kind. */
final class Examples {
    static final Map<FileKind, String> SOUND = Map.ofEntries(
            Map.entry(FileKind.CATALOGUE, """
                    stream: traffic.plate
                    fields:
                      plate:      {type: text, maxLength: 12, label: DIRECT}
                      confidence: {type: double, unit: "1", range: [0, 1], label: NONPERSONAL}
                      position:   {type: point, label: INDIRECT, deidentifiedAt: 500}
                      observed:   {type: instant, label: INDIRECT, deidentifiedAt: PT15M}
                    accuracy: {confidence: 0.85, maxAge: PT5M}
                    notice: a sign at each camera
                    """),
            Map.entry(FileKind.PURPOSES, """
                    purpose: planning
                    authority: {ground: statute, clause: an act, manner: direct}
                    ceiling: DEIDENTIFIED
                    notice:
                      - {version: "1", from: "2026-01-01", en: a, fr: b, contact: {title: a, address: b, telephone: c}}
                    consistentWith:
                      - {purpose: signals, notice: "1", because: expected}
                    ---
                    purpose: part
                    parent: planning
                    notice: {version: "1", from: "2026-01-01", en: a, fr: b, contact: {title: a, address: b, telephone: c}}
                    ---
                    purpose: advertising
                    prohibited: "s. 31"
                    """),
            Map.entry(FileKind.POLICIES, """
                    policy: corridor
                    permit: {stream: traffic.plate, purpose: planning, recipient: "sink:count"}
                    conditions:
                      - {agreement: regional}
                      - {zone: old-town, field: position}
                    records:
                      - sample: 0.5
                    fields:
                      segment: keep
                      observed: [{round-time: PT15M}, keep]
                      place: {cell: 500, of: position}
                    retention: {atMost: P30D}
                    ---
                    declassify: {publisher: sluice.app.waste, stream: waste.pickup-due, to: NONPERSONAL}
                    reason: containers only
                    approver: privacy officer
                    until: "2027-01-01"
                    """),
            Map.entry(FileKind.ZONES, "zone: old-town\ncorners: [[43.65, -79.39], [43.66, -79.39], [43.66, -79.37]]\n"),
            Map.entry(FileKind.RECIPIENTS, """
                    recipient: sluice.app.waste
                    kind: internal
                    title: waste
                    ---
                    recipient: "sink:count"
                    kind: third-party
                    title: a count
                    agreement: regional
                    """),
            Map.entry(FileKind.SCHEDULES, """
                    schedule: working-hours
                    days: [monday, friday]
                    from: "07:00"
                    to: "19:00"
                    timeZone: America/Toronto
                    """),
            Map.entry(FileKind.REGISTERS, """
                    agreement: regional
                    state: in-force
                    from: "2026-01-01"
                    until: "2027-01-01T00:00:00Z"
                    ---
                    assessment: plates
                    state: approved
                    from: "2026-01-01"
                    until: "2027-01-01"
                    ---
                    freeze: {stream: "*", purpose: planning, recipient: "*"}
                    state: frozen
                    because: breach 3
                    ---
                    key: 0123456789abcdef
                    opt-outs: {plate: [00112233445566778899aabbccddeeff]}
                    """),
            Map.entry(FileKind.DEVICES, """
                    device: bin-017
                    driver: sluice.driver.smartbin
                    address: [deveui:A840410001, "http:bin"]
                    place: {lat: 43.6, lon: -79.3}
                    serves: household
                    raise: INDIRECT
                    simulated: true
                    config: {model: LDDS75, deep: [1, 2]}
                    """),
            Map.entry(FileKind.SOURCES, """
                    account: north
                    password: "pbkdf2:1:a:b"
                    prefix: north/
                    durable: false
                    networkServer: true
                    """),
            Map.entry(FileKind.JURISDICTION, """
                    jurisdiction: mfippa-1990
                    title: an act
                    status: in-force
                    timeZone: America/Toronto
                    grounds: {statute: {section: s. 28, says: it, certainty: seen}}
                    manners: {direct: {section: s. 29, says: it, certainty: check}}
                    citations: {}
                    """),
            Map.entry(FileKind.POLICY_TEST, """
                    test: a passage is told to the quarter of an hour
                    stream: traffic.plate
                    purpose: traffic-planning
                    recipient: sluice.app.planning
                    device: {id: cam-1, serves: household}
                    ask: [segment, "observed!"]
                    at: 2026-04-01T06:07:08Z
                    reading: {plate: ABCD 123, confidence: 0.9}
                    expect: {segment: a}
                    ---
                    test: a rate
                    stream: traffic.plate
                    purpose: traffic-planning
                    recipient: sluice.app.planning
                    steps:
                      - reading: {plate: ABCD 123}
                        denied: over-rate
                    """));

    private Examples() {}

    static List<YamlMap> documents(FileKind kind) {
        return documents(kind, SOUND.getOrDefault(kind, ""), new Problems());
    }

    static List<YamlMap> documents(FileKind kind, String text, Problems problems) {
        return Yaml.documents(kind.word() + "/a.yaml", text.getBytes(UTF_8), problems);
    }
}
