package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.ProvidedRuntime;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "stands in for the interpreter with shell scripts")
class SwapTest {

    @TempDir
    Path project;

    private Path target;
    private Path fresh;
    private Path journal;
    private Path unable;

    @BeforeEach
    void prepare() throws IOException {
        target = project.resolve(".venv");
        fresh = project.resolve("shelf").resolve("fresh 日本");
        journal = project.resolve("journal").resolve(".venv");
        // What the interpreter's script does where the system has no such call.
        unable = Programs.script(project.resolve("unable"), "exit 3");
        folder(fresh, "new");
    }

    @Test
    void movesInWhereNothingStands() throws IOException {
        assertThat(swap().replace(fresh, target, unable)).isEmpty();

        assertThat(target.resolve("new")).exists();
        assertThat(fresh).doesNotExist();
    }

    @Test
    void movesInWhereAnEmptyFolderStands() throws IOException {
        Files.createDirectory(target);

        assertThat(swap().replace(fresh, target, unable)).isEmpty();

        assertThat(target.resolve("new")).exists();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
    @ExtendWith(ProvidedRuntime.Resolver.class)
    void exchangesInOneCall(ProvidedRuntime provided) throws IOException {
        folder(target, "old");
        Object oldKey = Files.readAttributes(target, "unix:ino").get("ino");

        assertThat(swap().replace(fresh, target, provided.runtime().executable()))
                .contains(fresh);

        assertThat(target.resolve("new")).exists();
        assertThat(fresh.resolve("old")).exists();
        assertThat(Files.readAttributes(fresh, "unix:ino").get("ino")).isEqualTo(oldKey);
        // Renames would have needed one.
        assertThat(journal.getParent()).doesNotExist();
    }

    @Test
    void renamesTwiceWhereThereIsNoExchange() throws IOException {
        folder(target, "old");

        assertThat(swap().replace(fresh, target, unable)).contains(fresh);

        assertThat(target.resolve("new")).exists();
        assertThat(fresh.resolve("old")).exists();
        assertThat(journal).doesNotExist();
        assertThat(Observer.names(fresh.getParent()))
                .containsExactly(fresh.getFileName().toString());
    }

    @Test
    void startsNothingOnWindows() throws IOException {
        folder(target, "old");
        Path untouched = Programs.script(project.resolve("python"), "touch " + project.resolve("started"));

        new Swap(new Processes(), journal, Map.of(), true).replace(fresh, target, untouched);

        assertThat(target.resolve("new")).exists();
        assertThat(project.resolve("started")).doesNotExist();
    }

    @Test
    void putsTheOldOneBackWhenTheSecondRenameFails() throws IOException {
        folder(target, "old");
        // The new one goes away while the interpreter is asked to exchange both.
        Path saboteur = Programs.script(project.resolve("saboteur"), "rm -r \"$5\"; exit 3");

        assertThatThrownBy(() -> swap().replace(fresh, target, saboteur))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining(target.toString())
                .hasMessageContaining("was kept");

        assertThat(target.resolve("old")).exists();
        assertThat(journal).doesNotExist();
    }

    @Test
    void keepsTheOldOneWhereTheNewLiesOnAnotherFileSystem() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(
                Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(project)),
                "there is no second file system here");
        Path elsewhere = Files.createTempDirectory(memory, "python-env");
        try {
            folder(target, "old");
            Path foreign = elsewhere.resolve("fresh");
            folder(foreign, "new");

            assertThatThrownBy(() -> swap().replace(foreign, target, unable))
                    .isInstanceOf(UserFailure.class)
                    .hasMessageContaining("Invalid cross-device link");

            assertThat(target.resolve("old")).exists();
            assertThat(foreign.resolve("new")).exists();
            assertThat(journal).doesNotExist();
        } finally {
            Trees.delete(elsewhere);
        }
    }

    @Test
    void recoversFromNothing() throws IOException {
        assertThat(swap().recover(target)).isEmpty();
    }

    @Test
    void recoversWhenOnlyTheJournalWasWritten() throws IOException {
        folder(target, "old");
        cutOff();

        assertThat(swap().recover(target)).isEmpty();

        assertThat(target.resolve("old")).exists();
        assertThat(fresh.resolve("new")).exists();
        assertThat(journal).doesNotExist();
    }

    @Test
    void finishesWhenTheOldOneWasMovedAway() throws IOException {
        folder(aside(), "old");
        cutOff();

        assertThat(swap().recover(target))
                .hasValueSatisfying(told -> assertThat(told).contains(target.toString()));

        assertThat(target.resolve("new")).exists();
        assertThat(fresh.resolve("old")).exists();
        assertThat(aside()).doesNotExist();
        assertThat(journal).doesNotExist();
    }

    @Test
    void takesTheOldOneBackWhenTheNewIsGone() throws IOException {
        folder(aside(), "old");
        Trees.delete(fresh);
        cutOff();

        assertThat(swap().recover(target)).isPresent();

        assertThat(target.resolve("old")).exists();
        assertThat(journal).doesNotExist();
    }

    @Test
    void keepsTheOldOneWhenBothWereMoved() throws IOException {
        Files.move(fresh, target);
        folder(aside(), "old");
        cutOff();

        assertThat(swap().recover(target)).isEmpty();

        assertThat(target.resolve("new")).exists();
        assertThat(fresh.resolve("old")).exists();
        assertThat(journal).doesNotExist();
    }

    @Test
    void forgetsAJournalThatSaysNothing() throws IOException {
        folder(target, "old");
        Files.createDirectories(journal.getParent());
        Files.writeString(journal, "");

        assertThat(swap().recover(target)).isEmpty();

        assertThat(target.resolve("old")).exists();
        assertThat(journal).doesNotExist();
    }

    private Swap swap() {
        return new Swap(new Processes(), journal, System.getenv(), false);
    }

    private Path aside() {
        return fresh.resolveSibling(fresh.getFileName() + "-displaced");
    }

    /** Leaves the journal of a swap that was cut off. */
    private void cutOff() throws IOException {
        Files.createDirectories(journal.getParent());
        Files.write(journal, List.of(target.toString(), fresh.toString(), aside().toString()));
    }

    private static void folder(Path folder, String file) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(file), file);
    }
}
