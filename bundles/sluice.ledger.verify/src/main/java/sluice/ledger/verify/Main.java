package sluice.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The program. Exit codes: 0 verified, 1 refuted, 2 not understood or not readable. */
public final class Main {
    private static final String USAGE = "usage: java -jar sluice.ledger.verify.jar FOLDER --key VERIFIER-KEY\n"
            + "         [--since OLDER-CHECKPOINT]... [--leaf NUMBER]... [--opening NUMBER OPENING]... [--witness VERIFIER-KEY]...";

    private final PrintStream out;
    private final List<Path> since = new ArrayList<>();
    private final List<Long> leaves = new ArrayList<>();
    private final List<String> openings = new ArrayList<>();
    private final List<Key> witnesses = new ArrayList<>();
    private String folder = "";
    private String key = "";

    private Main(PrintStream out) {
        this.out = out;
    }

    /**
     * Verifies.
     *
     * @param arguments see the usage
     */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /**
     * Verifies, for a caller that goes on.
     *
     * @param arguments see the usage
     * @param out told what was found, in lines
     * @return the exit code
     */
    public static int run(String[] arguments, PrintStream out) {
        Main main = new Main(out);
        try {
            main.read(arguments);
            main.verify();
            out.println("VERIFIED");
            return 0;
        } catch (Refuted e) {
            out.println("REFUTED: " + e.getMessage());
            return 1;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            out.println(e.getMessage() + "\n" + USAGE);
            return 2;
        } catch (IOException e) {
            out.println("can not read: " + e.getMessage());
            return 2;
        }
    }

    private void read(String[] arguments) {
        folder = arguments[0];
        for (int i = 1; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--key" -> key = value;
                case "--since" -> since.add(Path.of(value));
                case "--leaf" -> leaves.add(Long.parseLong(value));
                case "--witness" -> witnesses.add(Key.read(value));
                case "--opening" -> {
                    leaves.add(Long.parseLong(value));
                    openings.add(value + " " + arguments[i + 2]);
                    i++;
                }
                default -> throw new IllegalArgumentException("`" + arguments[i] + "` is not an option");
            }
        }
    }

    private void verify() throws IOException, Refuted {
        Key log = Key.read(key);
        Head head = Head.read(Path.of(folder, "checkpoint"), log, witnesses);
        out.println("checkpoint of `" + log.name() + "`: " + head.size() + " entries, root "
                + HexFormat.of().formatHex(head.root()) + ", signature good");
        head.cosigners().forEach(cosigner -> out.println("witness " + cosigner));
        Verifier verifier = new Verifier(new LogFolder(Path.of(folder)), head);
        verifier.everything();
        out.println("all entries and tiles lead to it");
        for (Path older : since) {
            Head before = Head.read(older, log, List.of());
            verifier.continues(before);
            out.println("it continues the " + before.size() + " entries of `" + older + "`");
        }
        for (long leaf : leaves) {
            String entry = new String(verifier.leaf(leaf), UTF_8);
            out.println("entry " + leaf + " is included: " + entry);
            requireOpened(leaf, entry);
        }
    }

    private void requireOpened(long leaf, String entry) throws Refuted {
        for (String opening : openings) {
            String text = opening.substring(opening.indexOf(' ') + 1);
            if (opening.startsWith(leaf + " ")) {
                String hash = HexFormat.of().formatHex(Sha256.of(text.getBytes(UTF_8)));
                if (!entry.endsWith(",\"commitment\":\"" + hash + "\"}")) {
                    throw new Refuted("entry " + leaf + " does not commit to this opening");
                }
                out.println("entry " + leaf + " commits to: " + text);
            }
        }
    }
}
