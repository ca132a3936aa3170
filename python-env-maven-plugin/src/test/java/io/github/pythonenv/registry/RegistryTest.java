package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.store.Owner;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ProvidedRuntime.Resolver.class)
class RegistryTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.89Z");
    private static final Health GOOD = new Health("", List.of());

    @TempDir
    Path folder;

    private final List<ProgressEvent> events = new ArrayList<>();

    @Test
    void keepsWhatItIsTold() throws IOException {
        Runtime first = python("a", "");
        Runtime second = python("b", "");
        registry().checked(first, GOOD);
        registry().checked(second, new Health("It lacks ssl.", List.of()));

        assertThat(registry().entries())
                .containsExactlyInAnyOrder(
                        RegistryEntry.of(first, NOW).checked(RuntimeStatus.READY, "", NOW),
                        RegistryEntry.of(second, NOW).checked(RuntimeStatus.ERROR, "It lacks ssl.", NOW));
        assertThat(events).isEmpty();
    }

    @Test
    void anEmptyStoreHasNone() {
        assertThat(registry().entries()).isEmpty();
        assertThat(registry().preferred()).isEmpty();
        assertThat(folder.resolve("registry.json")).doesNotExist();
    }

    @Test
    void anUpdatedFileTakesThePlaceOfTheOldEntry() throws IOException {
        Runtime old = python("a", "");
        registry().checked(old, GOOD);
        prefer(old);
        Runtime updated = python("a", "larger than before");

        registry().checked(updated, GOOD);

        assertThat(registry().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.runtime()).isEqualTo(updated).isNotEqualTo(old);
            assertThat(entry.preferred()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0\0",
                "[]",
                "{\"schemaVersion\":\"1.0\"}",
                "{\"schemaVersion\":\"1.0\",\"runtimes\":[{\"id\":\"a\"}]}",
                "{\"schemaVersion\":\"1.0\",\"runtimes\":[{\"id\":\"a\",\"version\"",
                "{\"schemaVersion\":\"1.0\",\"runtimes\":[3]}"
            })
    void aDamagedFileIsKeptAndANewOneMade(String content) throws IOException {
        Files.writeString(folder.resolve("registry.json"), content);

        assertThat(registry().entries()).isEmpty();

        assertThat(folder.resolve("registry.json.damaged-20260304T050607")).hasContent(content);
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        ProgressEvent.Warning.class,
                        warning -> assertThat(warning.text())
                                .contains("was damaged", "registry.json.damaged-20260304T050607"));
        assertThat(registry().entries()).isEmpty();
        assertThat(events).hasSize(1);
    }

    @Test
    void aNewOneIsMadeOfWhatIsInTheStore(ProvidedRuntime provided) throws IOException {
        Path file = provided.store().home().resolve("registry.json");
        Files.writeString(file, "{");

        assertThat(new Registry(provided.store(), clock(), events::add).entries())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.runtime()).isEqualTo(provided.runtime());
                    assertThat(entry.status()).isEqualTo(RuntimeStatus.READY);
                });
        assertThat(file).content().contains(provided.runtime().name());
    }

    @Test
    void whatOnlyASharedStoreHasIsListed(ProvidedRuntime provided) {
        Store own = new Store(folder, provided.store().home());

        assertThat(new Registry(own, clock(), events::add).entries())
                .extracting(RegistryEntry::runtime)
                .containsExactly(provided.runtime());
    }

    @Test
    void aRuntimeThatWasDeletedFromTheStoreIsNotListed(ProvidedRuntime provided) {
        new Registry(provided.store(), clock(), events::add).change(UnaryOperator.identity());
        Runtime there = provided.runtime();
        Runtime gone = new Runtime(
                there.version(),
                there.platform(),
                there.source(),
                folder,
                folder.resolve("bin/python"),
                there.sha256(),
                "cpython-gone");
        Registry registry = new Registry(provided.store(), clock(), events::add);
        registry.checked(gone, GOOD);

        assertThat(registry.entries()).extracting(RegistryEntry::runtime).containsExactly(there);
    }

    @Test
    void aLaterVersionsFileIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("registry.json"), "{\"schemaVersion\":\"2.0\",\"runtimes\":{}}");

        assertThatThrownBy(() -> registry().entries())
                .isInstanceOfSatisfying(
                        UserFailure.class, failure -> assertThat(failure.hint()).contains("-Dpython-env.home"))
                .hasMessageContaining("later version");
        assertThatThrownBy(() -> registry().change(UnaryOperator.identity())).isInstanceOf(UserFailure.class);
        assertThat(file).content().contains("2.0");
    }

    @Test
    void aLaterMinorVersionIsRead() throws IOException {
        Files.writeString(
                folder.resolve("registry.json"), "{\"new\":{\"a\":[1]},\"schemaVersion\":\"1.7\",\"runtimes\":[]}");

        assertThat(registry().entries()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void aStoreThatCannotBeWrittenIsNoReasonToFail() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Registry registry = new Registry(new Store(file), clock(), events::add);

        registry.checked(python("a", ""), GOOD);

        assertThat(events).singleElement().isInstanceOf(ProgressEvent.Detail.class);
        assertThatThrownBy(() -> registry.change(UnaryOperator.identity()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("could not be written");
    }

    @Test
    void anUpdateIsSeenByOthersAsLongAsItsProcessRuns() throws IOException {
        Runtime runtime = python("a", "");
        registry().checked(runtime, GOOD);
        update(runtime, Owner.current());

        assertThat(registry().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(RuntimeStatus.UPDATING);
            assertThat(entry.reason()).contains("process " + Owner.current().pid());
        });
        assertThat(Files.readString(folder.resolve("registry.json"))).contains("\"status\":\"Updating\"");
    }

    @Test
    void anUpdateThatWasKilledLeavesTheEntryAsItWas() throws Exception {
        Runtime broken = python("a", "");
        registry().checked(broken, new Health("It lacks ssl.", List.of()));
        Process dead = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        dead.waitFor();
        update(broken, new Owner(Owner.current().machine(), dead.pid(), "1"));

        assertThat(registry().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(RuntimeStatus.ERROR);
            assertThat(entry.reason()).isEqualTo("It lacks ssl.");
        });
        registry().change(UnaryOperator.identity());
        assertThat(Files.readString(folder.resolve("registry.json"))).doesNotContain("Updating", "updater");
    }

    @Test
    void anUpdateOfAnotherContainerIsBelievedForADay() throws IOException {
        Runtime runtime = python("a", "");
        registry().checked(runtime, GOOD);
        update(runtime, new Owner("elsewhere", 1, "1"));

        assertThat(registry().entries()).extracting(RegistryEntry::status).containsExactly(RuntimeStatus.UPDATING);
        Clock later = Clock.offset(clock(), Duration.ofHours(25));
        assertThat(new Registry(new Store(folder), later, events::add).entries())
                .extracting(RegistryEntry::status)
                .containsExactly(RuntimeStatus.READY);
    }

    /** Earlier versions wrote the status and nothing more. */
    @Test
    void anUpdateOfWhichNobodyKnowsWhoseItIsIsNone() throws IOException {
        registry().checked(python("a", ""), GOOD);
        Path file = folder.resolve("registry.json");
        Files.writeString(file, Files.readString(file).replace("\"Ready\"", "\"Updating\""));

        assertThat(registry().entries())
                .extracting(RegistryEntry::status)
                .containsExactly(RuntimeStatus.NOT_INITIALIZED);
    }

    @Test
    void isMadeOfWhatTheStoreHasOnce(ProvidedRuntime provided) throws IOException {
        assertThat(registry().missing()).isTrue();
        assertThat(registry().initialize()).isEqualTo("runtimes in the store: 0");
        assertThat(registry().missing()).isFalse();
        Registry behind =
                new Registry(new Store(folder.resolve("own"), provided.store().home()), clock(), events::add);
        assertThat(behind.initialize()).isEqualTo("runtimes in the store: 1");
        Registry readOnly = new Registry(new Store(Files.createFile(folder.resolve("file"))), clock(), events::add);
        assertThat(readOnly.initialize()).contains("may not write");
    }

    private void update(Runtime runtime, Owner by) {
        Registry registry = registry();
        registry.change(entries ->
                registry.with(entries, runtime, entry -> entry.updating(Optional.of(new RunningUpdate(by, NOW)))));
    }

    @Test
    void eightProcessesLoseNothing() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            processes.add(Registering.start(folder, number));
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }

        assertThat(registry().entries())
                .hasSize(8 * Registering.EACH)
                .extracting(RegistryEntry::id)
                .doesNotHaveDuplicates();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("registry.json"), folder.resolve("locks"));
        }
    }

    private void prefer(Runtime runtime) {
        registry()
                .change(entries -> entries.stream()
                        .map(entry -> entry.preferred(entry.runtime().equals(runtime)))
                        .toList());
    }

    private Runtime python(String name, String content) throws IOException {
        Path executable = folder.resolveSibling(folder.getFileName() + "-pythons")
                .resolve(name)
                .resolve("bin/python3.13");
        Files.createDirectories(executable.getParent());
        Files.writeString(executable, content);
        return Registering.runtime(
                new PythonVersion(3, 13, 5), executable.getParent().getParent());
    }

    private Registry registry() {
        return new Registry(new Store(folder), clock(), events::add);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
