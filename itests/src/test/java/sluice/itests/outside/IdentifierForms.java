package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sluice.itests.outside.IdentifierSearch.Form;

/**
 * The forms in which software is likely to leave an identifier behind: as written, in lower case, without separators; as UTF-8 and UTF-16
 * of both byte orders; digested without a key (MD5, SHA-1, SHA-256); and each of these bare, in hexadecimal and in base64.
 */
final class IdentifierForms {
    private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256");

    private final String identifier;
    private final List<Form> forms = new ArrayList<>();

    private IdentifierForms(String identifier) {
        this.identifier = identifier;
    }

    static List<Form> of(String identifier) {
        IdentifierForms all = new IdentifierForms(identifier);
        all.spellings().forEach(all::addSpelling);
        return List.copyOf(all.forms);
    }

    /** Spelling to its name; equal ones once. */
    private Map<String, String> spellings() {
        String bare = identifier.replaceAll("[^\\p{Alnum}]", "");
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put(identifier, "plain");
        spellings.putIfAbsent(identifier.toLowerCase(Locale.ROOT), "lower case");
        spellings.putIfAbsent(bare, "no separators");
        spellings.putIfAbsent(bare.toLowerCase(Locale.ROOT), "lower case, no separators");
        return spellings;
    }

    private void addSpelling(String spelling, String name) {
        addAllEncodings(name + ", UTF-8", spelling.getBytes(UTF_8));
        addAllEncodings(name + ", UTF-16LE", spelling.getBytes(UTF_16LE));
        addAllEncodings(name + ", UTF-16BE", spelling.getBytes(UTF_16BE));
        for (String digest : DIGESTS) {
            addAllEncodings(name + ", " + digest, digest(digest, spelling.getBytes(UTF_8)));
        }
    }

    private void addAllEncodings(String name, byte[] bytes) {
        add(name, bytes);
        add(name + ", hex", HexFormat.of().formatHex(bytes).getBytes(US_ASCII));
        add(name + ", HEX", HexFormat.of().withUpperCase().formatHex(bytes).getBytes(US_ASCII));
        for (int offset = 0; offset < 3; offset++) {
            addBase64(name + ", base64 at " + offset, bytes, offset);
        }
    }

    /** The letters that depend on these bytes alone, when so many others stand before them in the group of three. */
    private void addBase64(String name, byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        int first = (8 * offset + 5) / 6;
        int end = 8 * shifted.length / 6;
        byte[] plain = Arrays.copyOfRange(Base64.getEncoder().encode(shifted), first, end);
        byte[] url = Arrays.copyOfRange(Base64.getUrlEncoder().encode(shifted), first, end);
        add(name, plain);
        if (!Arrays.equals(plain, url)) {
            add(name + ", URL alphabet", url);
        }
    }

    private void add(String name, byte[] bytes) {
        forms.add(new Form(identifier, name, bytes));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
