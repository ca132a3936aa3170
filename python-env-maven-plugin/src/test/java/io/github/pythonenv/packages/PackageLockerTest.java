package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Locks, made by the real uv from an index on this machine. */
@Tag("network")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class PackageLockerTest {

    private static final LockScope SCOPE = new LockScope(">=3.12", "3.12", "");
    private static final LockSettings LOCKED = new LockSettings(LockMode.LOCKED, Optional.empty());

    private static final SmallWheel BASE_2 = SmallWheel.of("base", "2.0");

    private Trial trial;
    private SmallIndex index;
    private Path lock;

    @BeforeEach
    void prepare(RealUv uv) throws IOException {
        index = new SmallIndex(
                SmallWheel.of("base", "1.0"),
                SmallWheel.of("app", "1.0", "base", "dots; sys_platform == 'win32'"),
                SmallWheel.of("dots", "1.0"),
                SmallWheel.of("other", "1.0"));
        trial = new Trial(uv).index(index.url());
        lock = trial.project().resolve("pylock.toml");
    }

    @AfterEach
    void cleanUp() throws IOException {
        index.close();
        trial.close();
    }

    @Test
    void locksForEveryPlatform() throws IOException {
        assertThat(lock(trial.packages("app"), Upgrades.NONE))
                .containsExactly("added app 1.0", "added base 1.0", "added dots 1.0");

        assertThat(lock)
                .content()
                .contains("requires-python = \">=3.12\"", "sys_platform == 'win32'", "hashes = { sha256 = ");
        assertThat(trial.install(locked(trial.packages("app"))).packages()).containsExactly("app==1.0", "base==1.0");
        assertThat(trial.project().toFile().list()).containsExactly("pylock.toml");
    }

    @Test
    void changesAsLittleAsPossibleUnlessAsked() throws IOException {
        lock(trial.packages("app", "other"), Upgrades.NONE);
        index.add(BASE_2).add(SmallWheel.of("other", "3.0"));
        trial.emptyCache();

        assertThat(lock(trial.packages("app", "other"), Upgrades.NONE)).isEmpty();
        assertThat(lock(trial.packages("app", "other"), new Upgrades(false, List.of("base"))))
                .containsExactly("up base 1.0 → 2.0");
        assertThat(lock(trial.packages("app"), new Upgrades(true, List.of("nobody"))))
                .containsExactly("removed other 1.0");
        assertThat(trial.warnings()).anyMatch(text -> text.startsWith("nobody was to be upgraded"));
        assertThat(lock(trial.packages("app"), new Upgrades(false, List.of("Base"))))
                .isEmpty();
        assertThat(trial.warnings()).noneMatch(text -> text.startsWith("Base"));
    }

    @Test
    void aLockThatFitsIsLeftAsItIs() throws IOException {
        trial.file("requirements.txt", "app", "base<3");
        lock(trial.requirements("requirements.txt"), Upgrades.NONE);
        String before = Files.readString(lock);
        trial.file("requirements.txt", "# the same, in other words", "app", "", "base<3  # not too new");
        index.answers(500);

        assertThat(fit(locked(trial.requirements("requirements.txt")), SCOPE)).isEmpty();
        assertThat(lock).hasContent(before);
    }

    @Test
    void aLockThatDoesNotFitIsMadeTo() throws IOException {
        lock(trial.packages("app"), Upgrades.NONE);
        index.add(BASE_2);

        LockedInputs more = locked(trial.packages("app", "other"));
        assertThat(fit(more, SCOPE)).containsExactly("added other 1.0");
        assertThat(fit(more, SCOPE)).isEmpty();
        assertThat(fit(more, new LockScope("3.13", "3.13", "")))
                .as("the versions are the same")
                .isEmpty();
        assertThat(lock).content().contains("requires-python = \">=3.13\"");
    }

    @Test
    void inLockedModeThatIsAnError() throws IOException {
        lock(trial.packages("app"), Upgrades.NONE);
        String before = Files.readString(lock);
        trial.locks(LOCKED);

        assertThat(fit(locked(trial.packages("app")), SCOPE)).isEmpty();
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> fit(locked(trial.packages("app", "other")), SCOPE))
                .withMessageContaining("pylock.toml is out of date")
                .extracting(UserFailure::hint)
                .asString()
                .contains("mvn python-env:lock");
        assertThat(lock).hasContent(before);
        trial.locks(new LockSettings(LockMode.FROZEN, Optional.empty()));
        assertThat(fit(locked(trial.packages("other")), SCOPE)).isEmpty();
        assertThat(trial.install(locked(trial.packages("other"))).packages()).contains("app==1.0");
    }

    @Test
    void aLocalProjectIsPartOfWhatIsLocked() throws IOException {
        LocalSources mine = LocalSources.in(trial.project().resolve("mine"), "mine", "base");
        trial.file("requirements.txt", "-e ./mine");
        lock(trial.requirements("requirements.txt"), Upgrades.NONE);

        assertThat(lock).content().contains("path = \"mine\"", "name = \"base\"");
        trial.locks(LOCKED);
        mine.write("another state of its module");
        assertThat(fit(locked(trial.requirements("requirements.txt")), SCOPE)).isEmpty();
        LocalSources.in(trial.project().resolve("mine"), "mine", "base", "other");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> fit(locked(trial.requirements("requirements.txt")), SCOPE));
    }

    @Test
    void aProjectWithoutALockOfItsOwn() throws IOException {
        LocalSources.in(trial.project(), "mine", "base");
        Pyproject project = new Pyproject(trial.project(), List.of(), List.of(), true, List.of());

        assertThat(lock(project, Upgrades.NONE)).containsExactly("added base 1.0");
        assertThat(lock).content().doesNotContain(trial.project().toString());
        assertThat(trial.install(locked(project)).packages()).containsExactly("base==1.0", "mine==0.1");
        LocalSources.in(trial.project(), "mine", "base", "other");
        assertThat(fit(locked(project), SCOPE)).containsExactly("added other 1.0");
    }

    @Test
    void noPasswordGetsIntoALock() throws IOException {
        SmallWheel wheel = SmallWheel.of("secret", "1.0");
        index.add(wheel).wants("me:pass");
        trial.index(index.url("me:pass@"));

        lock(trial.packages("other"), Upgrades.NONE);
        assertThat(lock).content().doesNotContain("pass");
        String before = Files.readString(lock);
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> lock(trial.packages("secret @ " + index.url(wheel, "me:pass@")), Upgrades.NONE))
                .withMessageContaining("password");
        assertThat(lock).hasContent(before);
    }

    @Test
    void whatCannotBeResolvedLeavesTheLock() throws IOException {
        lock(trial.packages("other"), Upgrades.NONE);
        String before = Files.readString(lock);

        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> fit(locked(trial.packages("other>7")), SCOPE))
                .withMessageContaining("other");
        assertThat(lock).hasContent(before);
        assertThat(trial.project().toFile().list()).containsExactly("pylock.toml");
    }

    @Test
    void locksAProject() throws IOException {
        trial.file("pyproject.toml", "[project]", "name = 'x'", "version = '1'", "requires-python = '>=3.12'");
        UvLock project = new UvLock(trial.project(), trial.project(), List.of(), List.of(), List.of(), true, true);

        assertThat(trial.locker().lock(project, Upgrades.NONE).changes()).isEmpty();
        trial.file(
                "pyproject.toml",
                "[project]",
                "name = 'x'",
                "version = '1'",
                "requires-python = '>=3.12'",
                "dependencies = ['app']");
        trial.locks(LOCKED);
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> fit(project, SCOPE))
                .withMessageContaining("uv.lock is out of date");
        trial.locks(LockSettings.USUAL);
        assertThat(fit(project, SCOPE)).containsExactly("added app 1.0", "added base 1.0", "added dots 1.0");
        assertThat(fit(project, SCOPE)).isEmpty();
    }

    private List<String> lock(UnlockedInputs inputs, Upgrades upgrades) throws IOException {
        return texts(trial.locker().lock(inputs, lock, SCOPE, upgrades));
    }

    private List<String> fit(PackageInputs inputs, LockScope scope) throws IOException {
        return trial.locker().fit(inputs, scope).map(PackageLockerTest::texts).orElse(List.of());
    }

    private LockedInputs locked(UnlockedInputs inputs) {
        return LockedInputs.of(inputs, lock).orElseThrow();
    }

    private static List<String> texts(LockUpdate update) {
        return update.changes().stream().map(LockChange::toString).toList();
    }
}
