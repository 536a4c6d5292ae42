package sluice.guard.rules;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of XML that bnd writes: elements, attributes, texts, comments, the five entities and characters by number; UTF-8. No document type,
 * no instruction, no marked section: what another parser could see differently is {@link Malformed}. Plain Java, because the JDK's parsers are
 * looked up by settings of the process.
 */
final class Xml {
    private static final int DEEPEST = 16;
    private static final String ENDS_OF_NAMES = " \t\r\n/>=";

    private final String text;
    private int at;

    private Xml(String text) {
        this.text = text;
    }

    /**
     * An element.
     *
     * @param name with its prefix
     * @param attributes by name, with their prefixes
     * @param children in order
     * @param text what stands between the children
     */
    record Element(String name, Map<String, String> attributes, List<Element> children, String text) {
        String attribute(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }
    }

    static Element read(byte[] bytes) throws Malformed {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Xml xml = new Xml(text.startsWith("\ufeff") ? text.substring(1) : text);
            return xml.document();
        } catch (CharacterCodingException e) {
            throw new Malformed("text that is not UTF-8");
        }
    }

    private Element document() throws Malformed {
        if (text.startsWith("<?xml")) {
            String declaration = upTo("?>").toLowerCase(java.util.Locale.ROOT);
            if (declaration.contains("encoding") && !declaration.matches("(?s).*encoding\\s*=\\s*[\"']utf-8[\"'].*")) {
                throw new Malformed("an encoding other than UTF-8");
            }
        }
        skipSpaceAndComments();
        Element root = element(0);
        skipSpaceAndComments();
        if (at < text.length()) {
            throw new Malformed("something behind the last element");
        }
        return root;
    }

    private Element element(int depth) throws Malformed {
        expect("<");
        String name = name();
        if (depth > DEEPEST) {
            throw new Malformed("elements too deep");
        }
        Map<String, String> attributes = attributes();
        List<Element> children = new ArrayList<>();
        StringBuilder inner = new StringBuilder();
        if (text.startsWith("/>", at)) {
            at += 2;
            return new Element(name, attributes, children, "");
        }
        expect(">");
        while (!text.startsWith("</", at)) {
            if (text.startsWith("<!--", at)) {
                upTo("-->");
            } else if (text.startsWith("<", at)) {
                children.add(element(depth + 1));
            } else {
                inner.append(resolved(before('<')));
            }
        }
        expect("</");
        expect(name);
        skipSpace();
        expect(">");
        return new Element(name, attributes, children, inner.toString());
    }

    private Map<String, String> attributes() throws Malformed {
        Map<String, String> attributes = new LinkedHashMap<>();
        skipSpace();
        while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '/') {
            String name = name();
            skipSpace();
            expect("=");
            skipSpace();
            char quote = at < text.length() ? text.charAt(at++) : ' ';
            if (quote != '"' && quote != '\'') {
                throw new Malformed("an attribute without quotes");
            }
            String value = before(quote);
            at++;
            if (value.indexOf('<') >= 0 || attributes.put(name, resolved(value)) != null) {
                throw new Malformed("an attribute twice, or with markup in it");
            }
            skipSpace();
        }
        return attributes;
    }

    private String name() throws Malformed {
        int start = at;
        while (at < text.length() && ENDS_OF_NAMES.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(start, at);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z_][A-Za-z0-9_.-]*)?")) {
            throw new Malformed("markup that bnd does not write");
        }
        return name;
    }

    private static String resolved(String raw) throws Malformed {
        StringBuilder resolved = new StringBuilder();
        int start = 0;
        for (int and = raw.indexOf('&'); and >= 0; and = raw.indexOf('&', start)) {
            int end = raw.indexOf(';', and);
            if (end < 0) {
                throw new Malformed("an entity without an end");
            }
            resolved.append(raw, start, and).append(entity(raw.substring(and + 1, end)));
            start = end + 1;
        }
        return resolved.append(raw, start, raw.length()).toString();
    }

    private static String entity(String name) throws Malformed {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> character(name);
        };
    }

    private static String character(String name) throws Malformed {
        boolean isHex = name.matches("#x[0-9A-Fa-f]{1,6}");
        if (!isHex && !name.matches("#[0-9]{1,7}")) {
            throw new Malformed("an entity that is not one of the five");
        }
        int code = isHex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        if (!Character.isValidCodePoint(code)) {
            throw new Malformed("a character that there is not");
        }
        return Character.toString(code);
    }

    private void skipSpaceAndComments() throws Malformed {
        skipSpace();
        while (text.startsWith("<!--", at)) {
            upTo("-->");
            skipSpace();
        }
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private String before(char end) throws Malformed {
        int start = at;
        at = text.indexOf(end, at);
        if (at < 0) {
            throw new Malformed("ends too early");
        }
        return text.substring(start, at);
    }

    private String upTo(String end) throws Malformed {
        int start = at;
        int stop = text.indexOf(end, at);
        if (stop < 0) {
            throw new Malformed("ends too early");
        }
        at = stop + end.length();
        return text.substring(start, at);
    }

    private void expect(String wanted) throws Malformed {
        if (!text.startsWith(wanted, at)) {
            throw new Malformed("no `" + wanted + "` where there has to be one");
        }
        at += wanted.length();
    }
}
