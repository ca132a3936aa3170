package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    Path folder;

    static EnvironmentState state(long generation, Path runtimeHome, InputDigests inputs) {
        return state(generation, Instant.parse("2026-11-21T07:00:00Z"), runtimeHome, inputs);
    }

    static EnvironmentState state(long generation, Instant created, Path runtimeHome, InputDigests inputs) {
        return new EnvironmentState(
                generation,
                created,
                "default",
                Path.of("project"),
                new Runtime(
                        PythonVersion.parse("3.14.3"),
                        "linux-x86_64",
                        "maven",
                        runtimeHome,
                        runtimeHome.resolve("bin").resolve("python3.14"),
                        "ab12".repeat(16),
                        "cpython-3.14.3-ab12"),
                "0.13.8",
                inputs,
                List.of("numpy", "numpy-2.3.0.dist-info"),
                1,
                "requirements.txt changed",
                Optional.empty());
    }

    @Test
    void readsWhatItWrote() throws IOException {
        InputDigests inputs = new InputDigests(
                "5e77", Map.of(Path.of("/p q/ü=1:requirements.txt"), "aa"), Map.of(Path.of("/p q/lib"), "bb"));
        EnvironmentState state = state(7, Path.of("/store/with space/ß"), inputs);

        StateFile.write(folder, state);

        assertThat(StateFile.read(folder)).contains(state);
    }

    @Test
    void writesTheSameStateAsTheSameBytes() throws IOException {
        EnvironmentState state = state(1, Path.of("/store"), new InputDigests("5e77", Map.of(), Map.of()));

        StateFile.write(folder, state);
        String first = Files.readString(folder.resolve(StateFile.NAME));
        StateFile.write(folder, state);

        assertThat(Files.readString(folder.resolve(StateFile.NAME))).isEqualTo(first);
    }

    @Test
    void knowsNothingOfADamagedFile() throws IOException {
        StateFile.write(folder, state(1, Path.of("/store"), new InputDigests("5e77", Map.of(), Map.of())));
        String whole = Files.readString(folder.resolve(StateFile.NAME));

        Files.writeString(folder.resolve(StateFile.NAME), whole.substring(0, whole.indexOf("runtime.home")));

        assertThat(StateFile.read(folder)).isEmpty();
    }

    @Test
    void readsAnEnvironmentWithoutPackages() throws IOException {
        EnvironmentState empty = new EnvironmentState(
                1,
                Instant.parse("2026-11-21T07:00:00Z"),
                "default",
                Path.of("project"),
                state(1, Path.of("/store"), new InputDigests("5e77", Map.of(), Map.of()))
                        .runtime(),
                "0.13.8",
                new InputDigests("5e77", Map.of(), Map.of()),
                List.of(),
                0,
                "there is none yet",
                Optional.of(new Hold(List.of("aa", "bb"))));

        StateFile.write(folder, empty);

        assertThat(StateFile.read(folder)).contains(empty);
    }

    /** Whatever a line is altered to, reading ends in a state or in none. */
    @Test
    void survivesEachLineAltered() throws IOException {
        InputDigests inputs = new InputDigests("5e77", Map.of(Path.of("/p/r.txt"), "aa"), Map.of());
        StateFile.write(folder, state(1, Path.of("/store"), inputs));
        Path file = folder.resolve(StateFile.NAME);
        List<String> whole = Files.readAllLines(file);

        for (int line = 0; line < whole.size(); line++) {
            for (String other : List.of("", "=", whole.get(line).replaceAll("=.*", "="), "\\u00", "file.1=aa")) {
                List<String> altered = new ArrayList<>(whole);
                altered.set(line, other);
                Files.write(file, altered);

                assertThatCode(() -> StateFile.read(folder)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void knowsNothingOfAFileOfALaterVersion() throws IOException {
        StateFile.write(folder, state(1, Path.of("/store"), new InputDigests("5e77", Map.of(), Map.of())));
        Path file = folder.resolve(StateFile.NAME);
        Files.writeString(file, Files.readString(file).replace("schema=1", "schema=2"));

        assertThat(StateFile.read(folder)).isEmpty();
    }

    @Test
    void knowsNothingOfAFileThatIsNoText() throws IOException {
        Files.write(folder.resolve(StateFile.NAME), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThat(StateFile.read(folder)).isEmpty();
    }

    @Test
    void knowsNothingOfAFolderWithoutOne() {
        assertThat(StateFile.read(folder)).isEmpty();
    }
}
