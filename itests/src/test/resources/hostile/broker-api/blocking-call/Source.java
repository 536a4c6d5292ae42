package hostile;

import java.util.List;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

public final class Source implements Application {
    @Override
    public Manifest manifest() {
        spell(0);
        return Manifest.forPurpose("waste-collection");
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        return List.of();
    }

    private static void spell(int place) {
        if (place == 8) {
            rest();
            return;
        }
        switch ("@SECRET@".charAt(place)) {
            case 'A' -> letterA(place + 1);
            case 'B' -> letterB(place + 1);
            case 'C' -> letterC(place + 1);
            case 'D' -> letterD(place + 1);
            case 'E' -> letterE(place + 1);
            case 'F' -> letterF(place + 1);
            case 'G' -> letterG(place + 1);
            case 'H' -> letterH(place + 1);
            case 'J' -> letterJ(place + 1);
            case 'K' -> letterK(place + 1);
            case 'L' -> letterL(place + 1);
            case 'M' -> letterM(place + 1);
            case 'N' -> letterN(place + 1);
            case 'P' -> letterP(place + 1);
            case 'Q' -> letterQ(place + 1);
            case 'R' -> letterR(place + 1);
            case 'S' -> letterS(place + 1);
            case 'T' -> letterT(place + 1);
            case 'U' -> letterU(place + 1);
            case 'V' -> letterV(place + 1);
            case 'W' -> letterW(place + 1);
            case 'X' -> letterX(place + 1);
            case 'Y' -> letterY(place + 1);
            case 'Z' -> letterZ(place + 1);
            case '2' -> letter2(place + 1);
            case '3' -> letter3(place + 1);
            case '4' -> letter4(place + 1);
            case '5' -> letter5(place + 1);
            case '6' -> letter6(place + 1);
            case '7' -> letter7(place + 1);
            case '8' -> letter8(place + 1);
            case '9' -> letter9(place + 1);
            default -> rest();
        }
    }

    private static void letterA(int place) {
        spell(place);
    }

    private static void letterB(int place) {
        spell(place);
    }

    private static void letterC(int place) {
        spell(place);
    }

    private static void letterD(int place) {
        spell(place);
    }

    private static void letterE(int place) {
        spell(place);
    }

    private static void letterF(int place) {
        spell(place);
    }

    private static void letterG(int place) {
        spell(place);
    }

    private static void letterH(int place) {
        spell(place);
    }

    private static void letterJ(int place) {
        spell(place);
    }

    private static void letterK(int place) {
        spell(place);
    }

    private static void letterL(int place) {
        spell(place);
    }

    private static void letterM(int place) {
        spell(place);
    }

    private static void letterN(int place) {
        spell(place);
    }

    private static void letterP(int place) {
        spell(place);
    }

    private static void letterQ(int place) {
        spell(place);
    }

    private static void letterR(int place) {
        spell(place);
    }

    private static void letterS(int place) {
        spell(place);
    }

    private static void letterT(int place) {
        spell(place);
    }

    private static void letterU(int place) {
        spell(place);
    }

    private static void letterV(int place) {
        spell(place);
    }

    private static void letterW(int place) {
        spell(place);
    }

    private static void letterX(int place) {
        spell(place);
    }

    private static void letterY(int place) {
        spell(place);
    }

    private static void letterZ(int place) {
        spell(place);
    }

    private static void letter2(int place) {
        spell(place);
    }

    private static void letter3(int place) {
        spell(place);
    }

    private static void letter4(int place) {
        spell(place);
    }

    private static void letter5(int place) {
        spell(place);
    }

    private static void letter6(int place) {
        spell(place);
    }

    private static void letter7(int place) {
        spell(place);
    }

    private static void letter8(int place) {
        spell(place);
    }

    private static void letter9(int place) {
        spell(place);
    }

    private static void rest() {
        try {
            Thread.sleep(1_500);
        } catch (InterruptedException over) {
            return;
        }
    }
}
