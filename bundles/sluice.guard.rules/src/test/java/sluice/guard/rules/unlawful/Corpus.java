package sluice.guard.rules.unlawful;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import sluice.guard.rules.AllowList;
import sluice.guard.rules.ClassScan;
import sluice.guard.rules.Compiler;
import sluice.guard.rules.Fault;

/** One class a way out, compiled together: each is refused by its rule, names the member, and says what there is instead. */
final class Corpus {
    private final List<Case> cases;
    private final Map<String, byte[]> classes;

    private Corpus(List<Case> cases) {
        this.cases = cases;
        Map<String, String> sources = new TreeMap<>();
        for (Case hostile : cases) {
            String name = name(hostile);
            sources.put("hostile." + name, "package hostile; class " + name + " { " + hostile.body() + " }");
        }
        classes = Compiler.compile(sources);
    }

    static Corpus of(Case... cases) {
        return new Corpus(List.of(cases));
    }

    Stream<Case> cases() {
        return cases.stream();
    }

    int size() {
        return cases.size();
    }

    void assertRefused(Case hostile) {
        String name = "hostile." + name(hostile);
        assertThat(faults(name)).as(hostile.body()).anySatisfy(fault -> {
            assertThat(fault.rule()).isEqualTo(hostile.rule());
            assertThat(fault.what()).endsWith(hostile.what());
            assertThat(fault.instead()).contains(hostile.instead());
            assertThat(fault.where()).startsWith(name);
        });
    }

    private String name(Case hostile) {
        return "Case" + cases.indexOf(hostile);
    }

    private List<Fault> faults(String name) {
        ClassScan scan = new ClassScan(AllowList.current(), classes::containsKey);
        return classes.entrySet().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().startsWith(name + "$"))
                .flatMap(each -> scan.faults(each.getValue()).stream())
                .toList();
    }
}
