package sluice.guard.rules;

/** A class file's constant pool (JVMS 4.4). Every index is checked where it is followed. */
final class Pool {
    static final int UTF8 = 1;
    static final int CLASS = 7;
    static final int FIELD = 9;
    static final int METHOD = 10;
    static final int INTERFACE_METHOD = 11;
    static final int NAME_AND_TYPE = 12;
    static final int METHOD_HANDLE = 15;
    static final int METHOD_TYPE = 16;
    static final int DYNAMIC = 17;
    static final int INVOKE_DYNAMIC = 18;
    static final int MODULE = 19;
    static final int PACKAGE = 20;

    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private final byte[] tags;
    private final int[] first;
    private final int[] second;
    private final String[] texts;

    private Pool(int size) {
        tags = new byte[size];
        first = new int[size];
        second = new int[size];
        texts = new String[size];
    }

    static Pool read(Bytes in) throws Malformed {
        Pool pool = new Pool(in.u2());
        for (int i = 1; i < pool.size(); i++) {
            int tag = in.u1();
            pool.tags[i] = (byte) tag;
            pool.constant(i, tag, in);
            if (tag == LONG || tag == DOUBLE) {
                i++;
            }
        }
        return pool;
    }

    private void constant(int i, int tag, Bytes in) throws Malformed {
        switch (tag) {
            case UTF8 -> texts[i] = in.utf(in.u2());
            case 3, 4 -> in.skip(4);
            case LONG, DOUBLE -> in.skip(8);
            case CLASS, 8, METHOD_TYPE, MODULE, PACKAGE -> first[i] = in.u2();
            case METHOD_HANDLE -> {
                first[i] = in.u1();
                second[i] = in.u2();
            }
            case FIELD, METHOD, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> {
                first[i] = in.u2();
                second[i] = in.u2();
            }
            default -> throw new Malformed("an unknown constant, " + tag);
        }
    }

    int size() {
        return tags.length;
    }

    int tag(int index) {
        return tags[index];
    }

    /** The first part of a constant; for a dynamic one, which bootstrap method. */
    int first(int index) {
        return first[index];
    }

    int second(int index) {
        return second[index];
    }

    String text(int index) throws Malformed {
        expect(index, UTF8);
        return texts[index];
    }

    /** A class's name as it is written here, with slashes; an array's with its brackets. */
    String className(int index) throws Malformed {
        expect(index, CLASS);
        String name = text(first[index]);
        Descriptor.checkName(name);
        return name;
    }

    /** Name of what a {@code NameAndType} names. */
    String name(int index) throws Malformed {
        expect(index, NAME_AND_TYPE);
        return text(first[index]);
    }

    /** Descriptor of what a {@code NameAndType} names. */
    String descriptor(int index) throws Malformed {
        expect(index, NAME_AND_TYPE);
        return text(second[index]);
    }

    void expect(int index, int tag) throws Malformed {
        if (index <= 0 || index >= tags.length || tags[index] != tag) {
            throw new Malformed("constant " + index + " is not of kind " + tag);
        }
    }

    /** A field or a method, whichever of the three kinds. */
    void expectMember(int index) throws Malformed {
        if (index <= 0 || index >= tags.length || tags[index] < FIELD || tags[index] > INTERFACE_METHOD) {
            throw new Malformed("constant " + index + " is no member");
        }
    }
}
