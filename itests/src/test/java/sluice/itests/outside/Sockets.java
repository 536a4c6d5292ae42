package sluice.itests.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The TCP sockets of a process, as Linux tells them in {@code /proc}.
 *
 * @param listening local addresses that it listens on, in the hexadecimal of the kernel
 * @param connected remote addresses that it is connected to
 */
record Sockets(List<String> listening, List<String> connected) {
    private static final String LISTEN = "0A";
    private static final String ESTABLISHED = "01";

    static Sockets of(long pid) throws IOException {
        Set<String> own = inodes(pid);
        List<String> listening = new ArrayList<>();
        List<String> connected = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "net", table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length < 10 || !own.contains(columns[9])) {
                    continue;
                }
                if (columns[3].equals(LISTEN)) {
                    listening.add(columns[1]);
                } else if (columns[3].equals(ESTABLISHED)) {
                    connected.add(columns[2]);
                }
            }
        }
        return new Sockets(listening, connected);
    }

    /** Whether an address of the kernel's tables is 127.0.0.0/8, {@code ::1}, or the former in the latter's notation. */
    static boolean isLoopback(String address) {
        String host = address.substring(0, address.indexOf(':'));
        return host.length() == 8
                ? host.endsWith("7F")
                : host.equals("00000000000000000000000001000000")
                        || host.startsWith("0000000000000000FFFF0000") && host.endsWith("7F");
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path descriptor : (Iterable<Path>) open::iterator) {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            }
        }
        return inodes;
    }

    private static String target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (NoSuchFileException closedMeanwhile) {
            return "";
        }
    }
}
