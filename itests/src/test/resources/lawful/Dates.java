package lawful;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

public final class Dates {
    public static volatile String result;

    public Dates() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return ChronoUnit.DAYS.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1)) == 59;
    }
}
