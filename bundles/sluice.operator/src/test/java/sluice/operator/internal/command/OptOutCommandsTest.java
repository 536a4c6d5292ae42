package sluice.operator.internal.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.impl.action.command.DefaultActionPreparator;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.broker.core.model.PolicyCondition.NotOptedOut;
import sluice.broker.core.port.BrokerView.Sight;
import sluice.conditions.internal.ConditionFiles;
import sluice.conditions.internal.ConditionsConfig;
import sluice.operator.internal.FakeBroker;
import sluice.operator.internal.FakePlatform;

/** At the desk for opt-outs, with the real register: what is typed is seen by nobody, and kept nowhere. */
class OptOutCommandsTest {
    private static final String NAME = "ABCD 123";

    private final FakePlatform platform = FakePlatform.healthy();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final InputStream in = System.in;
    private ConditionFiles desk;

    @TempDir
    Path folder;

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("registers"));
        Files.writeString(register(), "# nobody\n");
        desk = new ConditionFiles(config());
        platform.optOuts = desk;
        System.setOut(new PrintStream(printed, true, UTF_8));
    }

    @AfterEach
    void close() {
        System.setOut(out);
        System.setIn(in);
        desk.close();
    }

    @Test
    void an_opt_out_is_put_down_as_a_digest_and_the_name_is_shown_nowhere() throws Exception {
        FakeTerminal person = new FakeTerminal(NAME, NAME);
        run(out(person.session()), "traffic.plate.plate");

        assertThat(person.masks).containsExactly('*', '*');
        assertThat(printed()).startsWith("put down as a digest; in force within a second\n");
        assertThat(Files.readString(register())).contains("plate:").doesNotContain("ABCD");
        assertThat(printed() + person.prompts).doesNotContain("ABCD");
        assertThat(desk.optIn("plate", NAME)).isTrue();
    }

    @Test
    void a_second_time_changes_nothing_and_an_opt_in_takes_it_back() throws Exception {
        run(out(new FakeTerminal(NAME, NAME).session()), "traffic.plate.plate");
        run(out(new FakeTerminal(NAME, NAME).session()), "traffic.plate.plate");
        assertThat(printed()).contains("was put down already; nothing changed");

        run(in(new FakeTerminal(NAME, NAME).session()), "traffic.plate.plate");
        assertThat(printed()).contains("taken out of the register");
        assertThat(desk.optIn("plate", NAME)).isFalse();

        run(in(new FakeTerminal(NAME, NAME).session()), "gone.stream.plate");
        assertThat(printed()).endsWith("was not put down; nothing changed\n");
    }

    /** Nobody sees what is typed, so a slip would go unnoticed for ever. */
    @Test
    void two_that_differ_change_nothing() throws Exception {
        String before = Files.readString(register());
        assertThatThrownBy(() -> run(out(new FakeTerminal(NAME, "ABCD 124").session()), "traffic.plate.plate"))
                .isInstanceOf(CommandException.class)
                .hasMessage("the two are not the same; nothing changed [names-differ]");
        assertThat(Files.readString(register())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ABCD", "ABCD ", "AB\tCD", "AB\u0000CD"})
    void what_is_no_name_is_refused_and_not_repeated(String typed) {
        assertThatThrownBy(() -> run(out(new FakeTerminal(typed, typed).session()), "traffic.plate.plate"))
                .hasMessageEndingWith("[no-name]")
                .hasMessageNotContaining("AB");
    }

    @Test
    void who_ends_the_input_has_typed_no_name() {
        assertThatThrownBy(() -> run(out(new FakeTerminal().session()), "traffic.plate.plate"))
                .hasMessageEndingWith("[no-name]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ABCD 123", "ABCD 123\n", "ABCD 123\r\nanother line\n"})
    void the_first_line_of_a_pipe_is_taken(String piped) throws Exception {
        System.setIn(new ByteArrayInputStream(piped.getBytes(UTF_8)));
        run(out(new FakeTerminal().session()), "--stdin", "traffic.plate.plate");
        assertThat(desk.optIn("plate", NAME)).isTrue();

        desk.optOut("plate", NAME);
        System.setIn(new ByteArrayInputStream(piped.getBytes(UTF_8)));
        run(in(new FakeTerminal().session()), "--stdin", "traffic.plate.plate");
        assertThat(desk.optIn("plate", NAME)).isFalse();
    }

    @Test
    void a_pipe_without_an_end_is_not_read_to_its_end() {
        System.setIn(new ByteArrayInputStream("A".repeat(100_000).getBytes(UTF_8)));
        assertThatThrownBy(() -> run(out(new FakeTerminal().session()), "--stdin", "traffic.plate.plate"))
                .hasMessageEndingWith("[no-name]");
    }

    @Test
    void a_field_that_the_catalogue_lacks_is_refused_before_anybody_types_a_name() {
        FakeTerminal person = new FakeTerminal(NAME, NAME);
        assertThatThrownBy(() -> run(out(person.session()), "traffic.plate.nowhere"))
                .hasMessageEndingWith("[unknown-field]");
        assertThat(person.prompts).isEmpty();
    }

    @Test
    void it_says_whether_a_policy_asks_for_opt_outs() throws Exception {
        run(out(new FakeTerminal(NAME, NAME).session()), "traffic.plate.plate");
        assertThat(printed()).contains("no policy on `traffic.plate` has the condition `opt-out: plate`");

        FakeBroker broker = FakeBroker.city();
        Sight any = broker.sights.get(0);
        broker.sights.add(new Sight(
                any.flow(), "(whether a record comes)", new NotOptedOut("plate").toString(), "", "policy", "", "", ""));
        platform.broker = broker;
        run(out(new FakeTerminal(NAME, NAME).session()), "traffic.plate.plate");
        assertThat(printed()).endsWith("policies on `traffic.plate` that hold back what names this person: 1\n");
    }

    @Test
    void a_damaged_register_is_not_written_over_and_the_command_fails() throws Exception {
        Files.writeString(register(), "no: register\n");
        assertThatThrownBy(() -> run(out(new FakeTerminal(NAME, NAME).session()), "traffic.plate.plate"))
                .hasMessageContaining("damaged")
                .hasMessageEndingWith("[register-unwritable]");
        assertThat(Files.readString(register())).isEqualTo("no: register\n");
    }

    @Test
    void without_the_register_it_says_what_is_missing() {
        platform.optOuts = null;
        assertThatThrownBy(() -> run(out(new FakeTerminal(NAME, NAME).session()), "traffic.plate.plate"))
                .hasMessage("the register of opt-outs does not run; `sluice:why` says why");
    }

    private Path register() {
        return folder.resolve("registers/opt-outs.yaml");
    }

    private String printed() {
        return printed.toString(UTF_8);
    }

    private OptOutCommand out(Session session) {
        OptOutCommand command = new OptOutCommand();
        command.platform = platform;
        command.session = session;
        return command;
    }

    private OptInCommand in(Session session) {
        OptInCommand command = new OptInCommand();
        command.platform = platform;
        command.session = session;
        return command;
    }

    private static void run(Action command, String... words) throws Exception {
        new DefaultActionPreparator().prepare(command, null, List.of((Object[]) words));
        command.execute();
    }

    private ConditionsConfig config() {
        return new ConditionsConfig() {
            @Override
            public String folder() {
                return folder.toString();
            }

            @Override
            public long poll_millis() {
                return 100;
            }

            @Override
            public String time_zone() {
                return "America/Toronto";
            }

            @Override
            public String key_file() {
                return folder.resolve("opt-outs.key").toString();
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ConditionsConfig.class;
            }
        };
    }
}
