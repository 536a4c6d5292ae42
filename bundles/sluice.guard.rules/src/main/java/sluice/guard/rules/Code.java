package sluice.guard.rules;

/**
 * The instructions of one method (JVMS 6.5), walked only to find locks. The JVM's verifier lets nobody jump into the middle of an instruction,
 * so that walking from the first one sees them all.
 */
final class Code {
    private static final int MONITOR_ENTER = 0xc2;
    private static final int MONITOR_EXIT = 0xc3;
    private static final int TABLE_SWITCH = 0xaa;
    private static final int LOOKUP_SWITCH = 0xab;
    private static final int WIDE = 0xc4;
    private static final int WIDE_INCREMENT = 0x84;
    private static final int LAST = 0xc9;

    /** How many bytes follow each instruction, from 0x00 to 0xc9; {@code x} where it depends. */
    private static final String OPERANDS = "0000000000000000"
            + "1212211111000000" // bipush, sipush, ldc, loads by number
            + "0000000000000000"
            + "0000001111100000" // stores by number, from 0x36
            + "0000000000000000"
            + "0000000000000000"
            + "0000000000000000"
            + "0000000000000000"
            + "0000200000000000" // iinc
            + "0000000002222222" // branches, from 0x99
            + "2222222221xx0000" // ... jsr, ret, switches, returns
            + "0022222224421200" // from 0xb2: fields, invocations, new, newarray, anewarray
            + "2200x32244"; // checkcast, instanceof, monitors, wide, multianewarray, branches

    private Code() {}

    /** Whether a method locks an object by an instruction, as a {@code synchronized} block does. */
    static boolean locks(Bytes code) throws Malformed {
        int start = code.at();
        boolean locks = false;
        while (code.hasMore()) {
            int operation = code.u1();
            if (operation > LAST) {
                throw new Malformed("an unknown instruction, " + operation);
            }
            locks |= operation == MONITOR_ENTER || operation == MONITOR_EXIT;
            skipOperands(code, operation, start);
        }
        return locks;
    }

    private static void skipOperands(Bytes code, int operation, int start) throws Malformed {
        switch (operation) {
            case TABLE_SWITCH -> {
                code.skip(3 - (code.at() - start - 1) % 4 + 4);
                int low = code.s4();
                skipTable(code, (long) code.s4() - low + 1, 4);
            }
            case LOOKUP_SWITCH -> {
                code.skip(3 - (code.at() - start - 1) % 4 + 4);
                skipTable(code, code.s4(), 8);
            }
            case WIDE -> code.skip(code.u1() == WIDE_INCREMENT ? 4 : 2);
            default -> code.skip(OPERANDS.charAt(operation) - '0');
        }
    }

    private static void skipTable(Bytes code, long count, int size) throws Malformed {
        if (count < 0 || count > 65_535) {
            throw new Malformed("a switch of " + count + " cases");
        }
        code.skip((int) count * size);
    }
}
