package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {

    private static final Runtime RUNTIME = StateFileTest.state(
                    1, Path.of("store"), new InputDigests("s", Map.of(), Map.of()))
            .runtime();

    @TempDir
    Path project;

    private Path target;
    private final Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private Generations generations;

    @BeforeEach
    void prepare() throws IOException {
        target = project.resolve(".venv");
        generations = new Generations(target, Clock.fixed(now, ZoneOffset.UTC));
        generations.prepare();
    }

    @Test
    void ignoresItsFolderInGitBeforeAnythingLiesThere() {
        assertThat(project.resolve(".python-env").resolve(".gitignore")).hasContent("*");
        assertThat(generations.workshop()).isEqualTo(project.resolve(".python-env"));
    }

    @Test
    void leavesAnIgnoreFileOfTheUsersAlone() throws IOException {
        Path ignore = project.resolve(".python-env").resolve(".gitignore");
        Files.writeString(ignore, "*\n!backup\n");

        generations.prepare();

        assertThat(ignore).hasContent("*\n!backup");
    }

    @Test
    void countsFromOne() {
        assertThat(generations.nextNumber()).isEqualTo(1);
    }

    @Test
    void countsOnFromTheHighestOnDisk() throws IOException {
        standing(4);
        earlier("previous-a", 3);
        assertThat(generations.nextNumber()).isEqualTo(5);

        earlier("whatever", 8);
        assertThat(generations.nextNumber()).isEqualTo(9);
    }

    @Test
    void beginsInAnEmptyFolderOnTheShelfEachTime() throws IOException {
        Path first = begin();
        Path second = begin();

        assertThat(first).isEmptyDirectory().hasParent(shelf());
        assertThat(second).isEmptyDirectory().isNotEqualTo(first);
    }

    @Test
    void beginsInTheSameFolderAgainOnceThatIsFree() throws IOException {
        Path first = begin();
        generations.shelve(first, false);

        assertThat(begin()).isEqualTo(first);
    }

    @Test
    void beginsElsewhereAfterABuildThatWasKilled() throws IOException {
        Path killed = begin();
        Path note = killed.resolveSibling("." + killed.getFileName() + ".owner");
        Files.writeString(note, Files.readString(note).replaceFirst(" ", " 1"));

        assertThat(begin()).isNotEqualTo(killed);
        assertThat(killed).doesNotExist();
    }

    @Test
    void keepsTheNewest() throws IOException {
        earlier("a", 3);
        earlier("b", 11);
        earlier("c", 7);

        generations.prune(Retention.of(2), OptionalLong.empty());

        assertThat(Observer.names(shelf())).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void keepsNoneIfSoAsked() throws IOException {
        standing(2);
        earlier("a", 1);

        generations.prune(Retention.of(0), OptionalLong.empty());

        assertThat(Observer.names(shelf())).isEmpty();
        assertThat(target).isNotEmptyDirectory();
    }

    @Test
    void keepsTheOneThatStoodThereLastBeforeNewerOnes() throws IOException {
        earlier("a", 1);
        earlier("b", 2);
        earlier("c", 3);

        assertThat(generations.prune(Retention.of(2), OptionalLong.of(1))).containsExactly(2L);

        assertThat(Observer.names(shelf())).containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void removesWhatIsTooOldThoughThereIsRoom() throws IOException {
        earlier("a", 1, Duration.ofDays(31));
        earlier("b", 2, Duration.ofDays(30).plusSeconds(1));
        earlier("c", 3, Duration.ofDays(30));
        earlier("d", 4, Duration.ofDays(1));

        assertThat(generations.prune(retention(9, 30), OptionalLong.of(4))).containsExactly(2L, 1L);

        assertThat(Observer.names(shelf())).containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void keepsTheOneThatStoodThereLastHoweverOldItIs() throws IOException {
        standing(5);
        earlier("a", 1, Duration.ofDays(400));
        earlier("b", 2, Duration.ofDays(399));
        earlier("c", 3, Duration.ofDays(398));

        generations.prune(new Retention(OptionalInt.empty(), OptionalInt.of(1)), OptionalLong.of(2));

        assertThat(Observer.names(shelf())).containsExactly("b");
        assertThat(target).isNotEmptyDirectory();
    }

    @Test
    void keepsTheNewestHoweverOldItIsWhereNoneStood() throws IOException {
        earlier("a", 1, Duration.ofDays(400));
        earlier("b", 2, Duration.ofDays(399));

        generations.prune(retention(2, 7), OptionalLong.empty());

        assertThat(Observer.names(shelf())).containsExactly("b");
    }

    @Test
    void removesThoseThatAreTooManyHoweverYoungTheyAre() throws IOException {
        earlier("a", 1, Duration.ofHours(2));
        earlier("b", 2, Duration.ofHours(1));

        assertThat(generations.prune(retention(0, 7), OptionalLong.of(2))).containsExactly(2L, 1L);
    }

    @Test
    void keepsAllThatAreYoungEnoughWhereNoCountIsSet() throws IOException {
        for (int number = 1; number < 20; number++) {
            earlier("generation " + number, number, Duration.ofDays(20 - number));
        }

        generations.prune(new Retention(OptionalInt.empty(), OptionalInt.of(30)), OptionalLong.of(19));

        assertThat(Observer.names(shelf())).hasSize(19);
    }

    @Test
    void saysWhatIsKept() {
        assertThat(Retention.of(1).describe()).isEqualTo("keep 1 earlier generation");
        assertThat(retention(5, 30).describe()).isEqualTo("keep 5 earlier generations, of the last 30 days");
        assertThat(new Retention(OptionalInt.empty(), OptionalInt.of(1)).describe())
                .isEqualTo("keep earlier generations, of the last day");
    }

    @Test
    void prunesOnlyWhatSaysItIsAGeneration() throws IOException {
        Path own = Files.createDirectories(shelf().resolve("notes of mine"));
        Path staged = begin();

        generations.prune(Retention.of(0), OptionalLong.empty());

        assertThat(own).exists();
        assertThat(staged).exists();
    }

    @Test
    void keepsFoldersUnderConstructionOfLivingProcesses() throws IOException {
        Path ours = begin();

        begin();

        assertThat(ours).exists();
    }

    @Test
    void shelvesAmongTheGenerations() throws IOException {
        Path finished = begin();

        Path place = generations.shelve(finished, false);

        assertThat(place).exists().hasParent(shelf());
        assertThat(finished).doesNotExist();
    }

    @Test
    void shelvesInTheBackupWhereSomebodyElsesStands() throws IOException {
        Path place = generations.shelve(begin(), true);

        assertThat(place).exists().hasParent(project.resolve(".python-env").resolve("backup"));
        assertThat(place.getFileName().toString()).startsWith(".venv-");
    }

    @Test
    void touchesNothingOfAnotherEnvironmentInTheSameFolder() throws IOException {
        Generations other = new Generations(project.resolve(".venv-docs"));
        other.prepare();
        state(other.shelve(other.begin(RUNTIME), false), 1);
        Files.createDirectories(other.resolution().getParent());
        Files.writeString(other.resolution(), "numpy==2");
        Path shelfOfOther = project.resolve(".python-env/generations/.venv-docs");
        Map<String, String> before = Listing.of(shelfOfOther);
        earlier("a", 1);

        begin();
        generations.prune(Retention.of(0), OptionalLong.empty());

        assertThat(Listing.of(shelfOfOther)).isEqualTo(before);
        assertThat(generations.resolution()).isNotEqualTo(other.resolution());
        assertThat(generations.lockFile()).isNotEqualTo(other.lockFile());
        assertThat(generations.swapNote()).isNotEqualTo(other.swapNote());
    }

    private Path begin() throws IOException {
        return generations.begin(RUNTIME);
    }

    private Path shelf() {
        return project.resolve(".python-env").resolve("generations").resolve(".venv");
    }

    private void standing(long number) throws IOException {
        Files.createDirectories(target);
        state(target, number);
    }

    private static Retention retention(int generations, int days) {
        return new Retention(OptionalInt.of(generations), OptionalInt.of(days));
    }

    private void earlier(String name, long number) throws IOException {
        earlier(name, number, Duration.ZERO);
    }

    private void earlier(String name, long number, Duration age) throws IOException {
        state(Files.createDirectories(shelf().resolve(name)), number, now.minus(age));
    }

    private void state(Path folder, long number) throws IOException {
        state(folder, number, now);
    }

    private static void state(Path folder, long number, Instant created) throws IOException {
        StateFile.write(
                folder,
                StateFileTest.state(number, created, Path.of("store"), new InputDigests("s", Map.of(), Map.of())));
    }
}
