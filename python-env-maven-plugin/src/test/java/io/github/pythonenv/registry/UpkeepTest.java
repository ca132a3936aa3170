package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Shelf;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String OLD = "cpython-3.13.4-linux-x86_64-maven-0123456789ab";
    private static final String NEW = "cpython-3.13.5-linux-x86_64-maven-ba9876543210";

    @TempDir
    Path temporary;

    private final List<ProgressEvent> events = new ArrayList<>();
    private FakeMachine fake;
    private Path old;
    private Path fresh;

    @BeforeEach
    void store() throws IOException {
        fake = new FakeMachine(temporary);
        old = fake.stored(OLD, "3.13.4", NOW);
        fresh = fake.stored(NEW, "3.13.5", NOW);
    }

    @Test
    void pruneSaysFirstAndDoesThen() throws IOException {
        users().stands(environment("project"), List.of(NEW));

        assertThat(upkeep().prune(false).remarks())
                .anySatisfy(remark -> assertThat(remark).startsWith(OLD + " would be removed, "))
                .anySatisfy(remark -> assertThat(remark).contains("-Dpython-env.force"));
        assertThat(old).exists();

        Outcome outcome = upkeep().prune(true);

        assertThat(outcome.remarks())
                .anySatisfy(remark -> assertThat(remark).startsWith(OLD + " was removed, "))
                .anySatisfy(remark ->
                        assertThat(remark).startsWith(NEW + " stays: ").endsWith("stands on it."));
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
        assertThat(outcome.rows()).singleElement().satisfies(row -> {
            assertThat(row.entry().id()).isEqualTo(NEW);
            assertThat(row.environments()).containsExactly(fake.folder.resolve("project"));
        });
        assertThat(fake.folder.resolve("store/staging")).isEmptyDirectory();
    }

    @Test
    void anEnvironmentThatIsGoneCountsNoMore() throws IOException {
        Path environment = environment("project");
        users().stands(environment, List.of(OLD, NEW));
        Files.delete(environment);

        upkeep().prune(true);

        assertThat(old).doesNotExist();
        assertThat(fresh).doesNotExist();
        assertThat(fake.folder.resolve("store/environments")).isEmptyDirectory();
    }

    @Test
    void whatARunningBuildIsAboutToUseStays() {
        users().claim(fake.folder.resolve("not made yet"), runtime(OLD));

        upkeep().prune(true);

        assertThat(old).exists();
        assertThat(fresh).doesNotExist();
    }

    @Test
    void whatADeadBuildWasAboutToUseGoes() throws IOException {
        fake.file("store/environments/0123456789abcdef.txt", "file:///nowhere/.venv\n" + OLD + " garbage\n");

        upkeep().prune(true);

        assertThat(old).doesNotExist();
    }

    @Test
    void whatWasJustMadeAndWhatIsPreferredStay() throws IOException {
        Files.setLastModifiedTime(old, FileTime.from(NOW));
        inventory().prefer(NEW);

        assertThat(upkeep().prune(true).remarks())
                .anySatisfy(remark -> assertThat(remark).contains(OLD, "less than an hour ago"))
                .anySatisfy(remark -> assertThat(remark).contains(NEW, "it is the default"));
        assertThat(old).exists();
        assertThat(fresh).exists();
    }

    @Test
    void aSharedStoreIsNeverWritten() {
        Store own = new Store(fake.folder.resolve("own"), fake.store().home());
        Inventory inventory = new Inventory(fake.machine(), own, clock(), new Processes(), events::add);
        Upkeep upkeep = new Upkeep(own, clock(), inventory, events::add);

        assertThat(upkeep.prune(true).remarks()).containsExactly("There is nothing in the store " + own.home() + ".");
        assertThatThrownBy(() -> upkeep.remove(OLD, true))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("shared store");
        assertThat(old).exists();
    }

    @Test
    void removingWhatIsInUseIsRefusedUnlessForced() throws IOException {
        Path environment = environment("project");
        users().stands(environment, List.of(OLD));

        assertThatThrownBy(() -> upkeep().remove(OLD, false))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("in use by " + environment);
        assertThat(old).exists();

        assertThat(upkeep().remove("3.13.4", true).rows())
                .extracting(row -> row.entry().id())
                .containsExactly(NEW);
        assertThat(old).doesNotExist();
    }

    @Test
    void whatOthersInstalledIsOnlyForgotten() throws IOException {
        Path python = fake.python("root/usr/bin/python3.11", "3.11.2");
        inventory().discover();

        assertThat(upkeep().remove("3.11", false).remarks())
                .singleElement()
                .asString()
                .contains("is not registered any more", python + " was not touched");
        assertThat(python).exists();
        assertThat(inventory().list().rows()).hasSize(2);
    }

    @Test
    void nothingIsPrunedWhileItIsNotKnownWhoUsesWhat() throws IOException {
        users().stands(environment("project"), List.of(NEW));
        Path damaged = fake.file("store/environments/0123456789abcdef.txt", "");

        assertThatThrownBy(() -> upkeep().prune(true))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("not all users are known");
        assertThat(old).exists();
        Files.delete(damaged);

        upkeep().prune(true);
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void aLaterGenerationReplacesWhatWasNoted() throws IOException {
        users().claim(fake.folder.resolve("project"), runtime(OLD));
        Path environment = environment("project");
        users().claim(environment, runtime(OLD));
        users().stands(environment, List.of(OLD));
        users().claim(environment, runtime(NEW));
        assertThat(users().users()).extracting(RuntimeUsers.User::runtime).containsExactly(OLD, NEW);

        users().stands(environment, List.of(NEW));

        assertThat(users().users()).containsExactly(new RuntimeUsers.User(environment, NEW, ""));
    }

    private Runtime runtime(String name) {
        return new Shelf(fake.store())
                .runtimes().stream()
                        .filter(runtime -> runtime.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private Path environment(String name) throws IOException {
        return Files.createDirectories(fake.folder.resolve(name));
    }

    private Upkeep upkeep() {
        return new Upkeep(fake.store(), clock(), inventory(), events::add);
    }

    private RuntimeUsers users() {
        return new RuntimeUsers(fake.store(), events::add);
    }

    private Inventory inventory() {
        return new Inventory(fake.machine(), fake.store(), clock(), new Processes(), events::add);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
