package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.FoundPython;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.VersionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the interpreters are shell scripts")
class InventoryTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    Path temporary;

    private FakeMachine fake;

    @BeforeEach
    void machine() throws IOException {
        fake = new FakeMachine(temporary);
    }

    @Test
    void discoversRegistersAndTakesOutWhatIsGone() throws IOException {
        Path python = fake.python("root/usr/bin/python3.11", "3.11.2");
        fake.program("root/usr/bin/python3.12", "exit 3\n");

        Outcome outcome = inventory().discover();

        assertThat(outcome.remarks())
                .containsExactly(fake.root().resolve("usr/bin/python3.12") + " ended with exit code 3.");
        assertThat(outcome.rows()).singleElement().satisfies(row -> {
            assertThat(row.entry().runtime().executable()).isEqualTo(python);
            assertThat(row.entry().status()).isEqualTo(RuntimeStatus.NOT_INITIALIZED);
        });
        assertThat(inventory().list().rows()).isEqualTo(outcome.rows());

        Files.delete(python);
        assertThat(inventory().list().rows())
                .extracting(row -> row.entry().reason())
                .containsExactly("Its interpreter is gone.");
        assertThat(inventory().discover().rows()).isEmpty();
    }

    @Test
    void aRegisteredOneIsTriedAndFoundWhereverItIs() throws IOException {
        Path python = fake.python("somewhere/else/bin/python3.13", "3.13.1");

        Outcome outcome = inventory().register(python);

        assertThat(outcome.rows()).extracting(row -> row.entry().status()).containsExactly(RuntimeStatus.READY);
        assertThat(newest(InstalledBy.SYSTEM, "3.13").runtime())
                .map(Runtime::executable)
                .contains(python);
        assertThat(inventory().discover().rows()).hasSize(1);
    }

    @Test
    void whoOnlyLooksKeepsNothing() throws IOException {
        Path python = fake.python("root/usr/bin/python3.13", "3.13.1");

        assertThat(search().looking()
                        .newest(InstalledBy.SYSTEM, VersionRequest.parse("3.13"), false)
                        .runtime())
                .map(Runtime::executable)
                .contains(python);
        assertThat(inventory().list().rows()).isEmpty();

        newest(InstalledBy.SYSTEM, "3.13");
        assertThat(inventory().list().rows()).hasSize(1);
    }

    @Test
    void whatIsNoBaseCannotBeRegistered() throws IOException {
        Path base = fake.python("root/usr/bin/python3.11", "3.11.2");
        Path venv = fake.link("project/.venv/bin/python", base.toString());
        fake.file("project/.venv/pyvenv.cfg", "home = " + base.getParent() + "\n");

        assertThatThrownBy(() -> inventory().register(venv))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("is a virtual environment of the Python in " + base.getParent());
        assertThatThrownBy(() -> inventory().register(fake.folder.resolve("nothing")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("it leads nowhere");
        assertThatThrownBy(() -> inventory().register(fake.program("tool", "echo hello\n")))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("it did not say what it is: hello");
    }

    @Test
    void theDefaultIsTakenWhereItMatches() throws IOException {
        fake.python("root/usr/bin/python3.13", "3.13.1");
        fake.python("root/usr/bin/python3.11", "3.11.2");
        inventory().discover();

        inventory().prefer("3.11");

        assertThat(search().preferred(VersionRequest.parse(">=3.10"))
                        .map(runtime -> runtime.version().toString()))
                .contains("3.11.2");
        assertThat(search().preferred(VersionRequest.parse("3.13"))).isEmpty();
        assertThat(search(fake.on(OperatingSystem.MACOS)).preferred(VersionRequest.any()))
                .isEmpty();
        inventory().prefer("3.13.1");
        assertThat(inventory().list().rows())
                .filteredOn(row -> row.entry().preferred())
                .extracting(row -> row.entry().runtime().version().toString())
                .containsExactly("3.13.1");
    }

    @Test
    void onlyAnUnambiguousNameWillDo() throws IOException {
        fake.python("root/usr/bin/python3.13", "3.13.1");
        fake.python("root/usr/local/bin/python3.13", "3.13.2");
        inventory().discover();

        assertThatThrownBy(() -> inventory().prefer("3.13"))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint()).contains("system-3.13.1-", "system-3.13.2-"))
                .hasMessageContaining("means 2 runtimes");
        assertThatThrownBy(() -> inventory().prefer("3.1"))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("knows no runtime '3.1'");
    }

    @Test
    void healthSaysWhatIsWrong() throws IOException {
        fake.python("root/usr/bin/python3.13", "3.13.1");
        Path broken = fake.python("root/usr/bin/python3.12", "3.12.1");
        inventory().discover();
        fake.program("root/usr/bin/python3.12", "echo no libffi >&2; exit 1\n");

        Outcome outcome = inventory().health(Optional.empty());

        assertThat(outcome.remarks()).anySatisfy(remark -> assertThat(remark).contains("3.13.1", "works."));
        assertThat(outcome.remarks())
                .anySatisfy(remark -> assertThat(remark).contains("3.12.1", "does not work", "no libffi"));
        assertThat(broken).exists();
    }

    @Test
    void theNewestThatWorksIsTakenAndTriedOnce() throws IOException {
        fake.python("root/usr/bin/python3.11", "3.11.2");
        Path newer = fake.python("root/usr/local/bin/python3.11", "3.11.9");
        fake.program("other/bin/python3.11", "exit 3\n");

        FoundPython found = newest(InstalledBy.SYSTEM, "3.11");
        long started = fake.started();

        assertThat(found.runtime().map(Runtime::executable)).contains(newer);
        assertThat(newest(InstalledBy.SYSTEM, "3.11").runtime()).isEqualTo(found.runtime());
        assertThat(fake.started()).isEqualTo(started);
        assertThat(newest(InstalledBy.CONDA, "3.11")).isEqualTo(new FoundPython(Optional.empty(), List.of()));
        assertThat(newest(InstalledBy.SYSTEM, "3.12").passedOver()).contains(newer + " is 3.11.9.");
    }

    @Test
    void ofEqualOnesTheDefaultIsTaken() throws IOException {
        Path first = fake.python("root/usr/bin/python3.13", "3.13.1");
        Path second = fake.python("root/usr/local/bin/python3.13", "3.13.1");
        assertThat(newest(InstalledBy.SYSTEM, "3").runtime().map(Runtime::executable))
                .contains(first);
        inventory().discover();

        inventory().list().rows().stream()
                .map(row -> row.entry())
                .filter(entry -> entry.runtime().executable().equals(second))
                .forEach(entry -> inventory().prefer(entry.id()));

        assertThat(newest(InstalledBy.SYSTEM, "3").runtime().map(Runtime::executable))
                .contains(second);
        fake.python("root/usr/bin/python3.14", "3.14.0");
        assertThat(newest(InstalledBy.SYSTEM, "3")
                        .runtime()
                        .map(runtime -> runtime.version().toString()))
                .contains("3.14.0");
    }

    private FoundPython newest(InstalledBy by, String request) {
        return search().newest(by, VersionRequest.parse(request), false);
    }

    private MachineSearch search() {
        return search(fake.machine());
    }

    private MachineSearch search(Machine machine) {
        return new MachineSearch(
                machine,
                fake.store(),
                new Registry(fake.store(), clock(), event -> {}),
                UvAtHand.NONE,
                false,
                new Processes(),
                event -> {});
    }

    private Inventory inventory() {
        return new Inventory(fake.machine(), fake.store(), clock(), new Processes(), event -> {});
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
