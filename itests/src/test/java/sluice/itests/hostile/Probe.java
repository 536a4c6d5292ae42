package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import sluice.itests.outside.Distribution;

/** What somebody outside does in good faith, and with which some cases reckon: opens a page, posts a message, types a command. */
final class Probe {
    private Probe() {}

    static void ask(Run run) {
        Distribution distribution = run.lab().distribution();
        run.attack()
                .how("get")
                .ifPresent(path -> run.world().hear(distribution.web().get(path).body()));
        run.attack().how("shell").ifPresent(command -> run.world().hear(distribution.shell(command)));
        run.attack()
                .how("post")
                .ifPresent(device ->
                        distribution.web().post(device, run.packed().words().secret(), "{}".getBytes(UTF_8)));
    }
}
