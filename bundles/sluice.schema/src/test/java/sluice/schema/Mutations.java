package sluice.schema;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Damages documents, one to three times each, mostly with words that their schema knows. */
final class Mutations {
    private static final List<Object> ODD = List.of(
            "",
            " ",
            "x",
            "a.b",
            "Old Town",
            "PT15M",
            "P0D",
            "P1M",
            "2026-01-01",
            "2026-13-01",
            "06:30",
            "é🙂",
            "\u0085",
            0,
            1,
            -1,
            0.5,
            181,
            1e300,
            65_537,
            true,
            false,
            List.of(),
            Map.of(),
            List.of(1, 2),
            Map.of("a", 1));

    private final Random random;
    private final List<String> words = new ArrayList<>();

    Mutations(Random random, byte[] schema) {
        this.random = random;
        Matcher quoted = Pattern.compile("\"([^\"\\\\]*)\"").matcher(new String(schema, UTF_8));
        while (quoted.find()) {
            if (!quoted.group(1).startsWith("#")) { // the library takes such keys for comments, against the standard
                words.add(quoted.group(1));
            }
        }
    }

    Object of(@Nullable Object document) {
        Object damaged = copy(document);
        for (int i = random.nextInt(3); i >= 0; i--) {
            damage(damaged);
        }
        return damaged;
    }

    @SuppressWarnings("unchecked")
    private void damage(Object value) {
        if (value instanceof Map<?, ?> map) {
            damage((Map<String, Object>) map);
        } else if (value instanceof List<?> list) {
            damage((List<Object>) list);
        }
    }

    private void damage(Map<String, Object> map) {
        if (map.isEmpty() || random.nextInt(5) == 0) {
            map.put(word(), any());
            return;
        }
        String key = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
        Object value = map.getOrDefault(key, "");
        if (value instanceof Map<?, ?> || value instanceof List<?> && random.nextInt(4) > 0) {
            damage(value);
        } else if (random.nextInt(4) == 0) {
            map.remove(key);
        } else {
            map.put(key, any());
        }
    }

    private void damage(List<Object> list) {
        if (list.isEmpty() || random.nextInt(5) == 0) {
            list.add(any());
            return;
        }
        int at = random.nextInt(list.size());
        if (list.get(at) instanceof Map<?, ?> || list.get(at) instanceof List<?>) {
            damage(list.get(at));
        } else if (random.nextBoolean()) {
            list.remove(at);
        } else {
            list.set(at, any());
        }
    }

    private Object any() {
        int kind = random.nextInt(10);
        if (kind == 0) {
            return "a".repeat(random.nextInt(6_000));
        }
        return kind < 4 ? word() : copy(ODD.get(random.nextInt(ODD.size())));
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }

    private static Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put(String.valueOf(key), copy(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(each -> copy.add(copy(each)));
            return copy;
        }
        return value == null ? "" : value;
    }
}
