package lawful;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** Bytes: what drivers are made of. */
final class Encodings {
    private Encodings() {}

    /** A frame, read as a device sends it. */
    static final class Buffers implements Lawful {
        @Override
        public Object run() {
            ByteBuffer frame = ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 5, 6}).order(ByteOrder.LITTLE_ENDIAN);
            int first = frame.getShort() + frame.get();
            try {
                return frame.slice().getInt() + first;
            } catch (BufferUnderflowException e) {
                return frame.rewind().remaining()
                        + first
                        + ByteBuffer.allocate(8).putDouble(1.5).flip().limit();
            }
        }

        @Override
        public Object expected() {
            return 6 + 516 + 8;
        }
    }

    /** Base64 and hexadecimal. */
    static final class TextsOfBytes implements Lawful {
        @Override
        public Object run() {
            byte[] bytes = Base64.getDecoder().decode("AQL/");
            return HexFormat.of().formatHex(bytes)
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(HexFormat.ofDelimiter(":").parseHex("ff:fe"));
        }

        @Override
        public Object expected() {
            return "0102ff__4";
        }
    }

    /** Check sums. */
    static final class CheckSums implements Lawful {
        private static long of(Checksum sum, byte[] bytes) {
            sum.update(bytes, 0, bytes.length);
            return sum.getValue();
        }

        @Override
        public Object run() {
            byte[] check = "123456789".getBytes(US_ASCII);
            return Long.toHexString(of(new CRC32(), check)) + Long.toHexString(of(new CRC32C(), check));
        }

        @Override
        public Object expected() {
            return "cbf43926e3069283";
        }
    }

    /** A check sum of a device's own kind. */
    static final class OwnCheckSum implements Lawful {
        static final class Sum implements Checksum {
            private long value;

            @Override
            public void update(int b) {
                value += b & 0xff;
            }

            @Override
            public void update(byte[] bytes, int from, int length) {
                for (int i = from; i < from + length; i++) {
                    update(bytes[i]);
                }
            }

            @Override
            public long getValue() {
                return value & 0xff;
            }

            @Override
            public void reset() {
                value = 0;
            }
        }

        @Override
        public Object run() {
            Checksum sum = new Sum();
            sum.update(new byte[] {(byte) 200, 100});
            return sum.getValue();
        }

        @Override
        public Object expected() {
            return 44L;
        }
    }

    /** Digests. */
    static final class Digests implements Lawful {
        @Override
        public Object run() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update((byte) 'a');
                byte[] once = digest.digest("bc".getBytes(UTF_8));
                return HexFormat.of().formatHex(once, 0, 4)
                        + MessageDigest.isEqual(once, once.clone())
                        + digest.getDigestLength();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Object expected() {
            return "ba7816bftrue32";
        }
    }

    /** Texts in bytes; wrong ones are noticed. */
    static final class CharacterSets implements Lawful {
        @Override
        public Object run() {
            try {
                return UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(new byte[] {(byte) 0xff}))
                        .length();
            } catch (CharacterCodingException e) {
                CharBuffer decoded = UTF_8.decode(UTF_8.encode("é"));
                return new String("é".getBytes(UTF_8), ISO_8859_1).length() + decoded.length() + UTF_8.name();
            }
        }

        @Override
        public Object expected() {
            return "3UTF-8";
        }
    }

    /** Streams in memory. */
    static final class DataStreams implements Lawful {
        @Override
        public Object run() {
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (DataOutputStream data = new DataOutputStream(out)) {
                    data.writeShort(700);
                    data.writeUTF("ü");
                }
                try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(out.toByteArray()))) {
                    String read = data.readUnsignedShort() + data.readUTF();
                    data.readByte();
                    return read;
                }
            } catch (EOFException e) {
                return "end";
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Object expected() {
            return "end";
        }
    }

    /** Readers and writers in memory; a stream of its own. */
    static final class Readers implements Lawful {
        static final class Counted extends InputStream {
            private int next = '0';

            @Override
            public int read() {
                return next <= '3' ? next++ : -1;
            }
        }

        @Override
        public Object run() {
            try (Reader reader = new StringReader("a\nb");
                    BufferedReader lines = new BufferedReader(reader);
                    Writer writer = new StringWriter();
                    Reader digits = new InputStreamReader(new Counted(), US_ASCII)) {
                digits.transferTo(writer);
                return lines.lines().count() + writer.toString() + new Counted().readAllBytes().length;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Object expected() {
            return "201234";
        }
    }

    /** A parser by hand: of numbers between commas, with what is wrong and where. */
    static final class OwnParser implements Lawful {
        private final CharSequence text;
        private int at;

        OwnParser() {
            this("12,-7,x");
        }

        OwnParser(CharSequence text) {
            this.text = text;
        }

        private int number() {
            int sign = text.charAt(at) == '-' ? -1 : 1;
            at += sign < 0 ? 1 : 0;
            int value = 0;
            while (at < text.length() && Character.isDigit(text.charAt(at))) {
                value = value * 10 + Character.digit(text.charAt(at++), 10);
            }
            return sign * value;
        }

        @Override
        public Object run() {
            int sum = number();
            while (at < text.length() && text.charAt(at) == ',') {
                at++;
                sum += number();
            }
            return sum + "@" + at;
        }

        @Override
        public Object expected() {
            return "5@6";
        }
    }
}
