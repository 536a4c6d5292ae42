package lawful;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers, texts and times. */
final class Values {
    private Values() {}

    /** Instants and durations. */
    static final class Instants implements Lawful {
        @Override
        public Object run() {
            Instant start = Instant.parse("2026-03-01T12:00:00Z");
            return Duration.between(start, start.plus(90, ChronoUnit.MINUTES)).toMinutes()
                    + start.truncatedTo(ChronoUnit.DAYS).getEpochSecond() % 86_400;
        }

        @Override
        public Object expected() {
            return 90L;
        }
    }

    /** Dates, periods, adjusters of the JDK's and of its own. */
    static final class Dates implements Lawful {
        @Override
        public Object run() {
            TemporalAdjuster nextWorkday = date -> date.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            LocalDate date = LocalDate.of(2026, 2, 27).plus(Period.ofDays(1)).with(nextWorkday);
            return date + " " + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " " + date.isLeapYear()
                    + date.getChronology().isLeapYear(2024);
        }

        @Override
        public Object expected() {
            return "2026-03-02 10 falsetrue";
        }
    }

    /** Zones with their changes of time. */
    static final class Zones implements Lawful {
        @Override
        public Object run() {
            ZonedDateTime before = LocalDateTime.of(2026, 3, 8, 1, 30).atZone(ZoneId.of("America/Toronto"));
            return before.plusHours(1).toLocalTime() + " "
                    + before.getZone().getRules().isDaylightSavings(before.toInstant())
                    + OffsetDateTime.of(before.toLocalDateTime(), ZoneOffset.ofHours(-5))
                            .toEpochSecond();
        }

        @Override
        public Object expected() {
            return "03:30 false1772951400";
        }
    }

    /** Formats with a locale that is named. */
    static final class TimeFormats implements Lawful {
        private static final DateTimeFormatter OWN = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);

        private static final DateTimeFormatter BUILT = new DateTimeFormatterBuilder()
                .appendValue(ChronoField.HOUR_OF_DAY, 2)
                .appendLiteral('h')
                .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
                .toFormatter(Locale.ENGLISH);

        @Override
        public Object run() {
            try {
                return OWN.parse("nonsense", LocalDateTime::from);
            } catch (DateTimeParseException e) {
                return LocalDateTime.parse("01.03.2026 12:05", OWN)
                                .toLocalTime()
                                .format(BUILT)
                        + DateTimeFormatter.ISO_LOCAL_DATE.format(LocalDate.EPOCH)
                        + LocalTime.MIDNIGHT;
            }
        }

        @Override
        public Object expected() {
            return "12h051970-01-0100:00";
        }
    }

    /** A clock is asked as the platform gives it. */
    static final class GivenClock implements Lawful {
        static long age(InstantSource clock, Instant since) {
            return Duration.between(since, clock.instant()).toSeconds()
                    + LocalDate.now(clock.withZone(ZoneOffset.UTC)).getDayOfMonth();
        }

        @Override
        public Object run() {
            return age(InstantSource.fixed(Instant.ofEpochSecond(60)), Instant.EPOCH);
        }

        @Override
        public Object expected() {
            return 61L;
        }
    }

    /** Exact numbers. */
    static final class ExactNumbers implements Lawful {
        @Override
        public Object run() {
            BigDecimal price = new BigDecimal("10.005").setScale(2, RoundingMode.HALF_EVEN);
            return price.toPlainString()
                    + BigInteger.TWO.pow(70).mod(BigInteger.valueOf(1_000)).intValueExact();
        }

        @Override
        public Object expected() {
            return "10.00424";
        }
    }

    /** Arithmetic that notices overflow. */
    static final class Arithmetic implements Lawful {
        @Override
        public Object run() {
            try {
                return Math.addExact(Integer.MAX_VALUE, 1);
            } catch (ArithmeticException e) {
                return Math.floorMod(-7, 3)
                        + StrictMath.sqrt(16)
                        + Integer.parseInt("-7")
                        + Long.bitCount(255L)
                        + Math.fma(2.0, 3.0, 1.0);
            }
        }

        @Override
        public Object expected() {
            return 14.0;
        }
    }

    /** Bits and their texts. */
    static final class Bits implements Lawful {
        @Override
        public Object run() {
            int raw = 0xfff6 << 16 >> 16;
            return Integer.toHexString(raw)
                    + Short.toUnsignedInt((short) -1)
                    + Float.intBitsToFloat(0x3fc00000)
                    + Byte.toUnsignedInt((byte) -2)
                    + Long.parseUnsignedLong("ff", 16)
                    + Double.compare(1, 2)
                    + Character.getNumericValue('7')
                    + Boolean.logicalXor(true, false);
        }

        @Override
        public Object expected() {
            return "fffffff6655351.5254255-17true";
        }
    }

    /** Generators with a seed. */
    static final class SeededRandom implements Lawful {
        @Override
        public Object run() {
            Random random = new Random(7);
            SplittableRandom splittable = new SplittableRandom(7);
            return random.nextInt(100) == new Random(7).nextInt(100)
                    && splittable.nextLong() == new SplittableRandom(7).nextLong()
                    && random.ints(5, 0, 10).allMatch(i -> i < 10);
        }

        @Override
        public Object expected() {
            return true;
        }
    }

    /** Texts, cut and joined. */
    static final class Texts implements Lawful {
        @Override
        public Object run() {
            StringJoiner joiner = new StringJoiner(",", "[", "]");
            for (String part : " b; a ;".strip().split(";")) {
                joiner.add(part.trim().toUpperCase(Locale.ROOT));
            }
            StringBuilder reversed =
                    new StringBuilder(joiner.toString()).reverse().insert(0, "x".repeat(2));
            return reversed
                    + String.join("-", "a", "b")
                    + "abc".chars().filter(c -> c > 'a').count()
                    + "ab".compareTo("ac")
                    + String.valueOf(new char[] {'o', 'k'})
                    + "a,b".replace(',', '.').contains(".")
                    + "x".isBlank();
        }

        @Override
        public Object expected() {
            return "xx]A,B[a-b2-1oktruefalse";
        }
    }

    /** Formats with a locale that is named. */
    static final class Formats implements Lawful {
        @Override
        public Object run() {
            return String.format(Locale.ROOT, "%05.1f|%-4s|%x|%,d", 3.14159, "ab", 255, 1234567);
        }

        @Override
        public Object expected() {
            return "003.1|ab  |ff|1,234,567";
        }
    }

    /** Patterns with groups. */
    static final class Patterns implements Lawful {
        private static final Pattern PLATE = Pattern.compile("(?<letters>[A-Z]{2,4})[ -]?(\\d{1,4})");

        @Override
        public Object run() {
            Matcher matcher = PLATE.matcher("seen ABCD-123 and XY 7");
            StringBuilder found = new StringBuilder();
            while (matcher.find()) {
                found.append(matcher.group("letters"))
                        .append(matcher.group(2))
                        .append(matcher.toMatchResult().start());
            }
            return found
                    + PLATE.matcher("AB1").replaceAll(hit -> hit.group(1))
                    + "a1b2".replaceAll("[0-9]", "")
                    + PLATE.splitAsStream("xAB1y").count();
        }

        @Override
        public Object expected() {
            return "ABCD1235XY718ABab2";
        }
    }

    /** Names made from content. */
    static final class NamedByContent implements Lawful {
        @Override
        public Object run() {
            return UUID.nameUUIDFromBytes(new byte[] {1}).version()
                    + UUID.fromString("00000000-0000-0000-0000-000000000001").toString();
        }

        @Override
        public Object expected() {
            return "300000000-0000-0000-0000-000000000001";
        }
    }
}
