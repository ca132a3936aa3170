package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read out of locks of Poetry and Pipenv. */
class ForeignLockTest {

    @TempDir
    private Path folder;

    @Test
    void knowsAFreshLockFromAStaleOne() throws IOException {
        assertThatCode(ForeignLocks.poetry1(folder)::requireFresh).doesNotThrowAnyException();
        assertThatCode(ForeignLocks.poetry2(folder)::requireFresh).doesNotThrowAnyException();
        assertThatCode(ForeignLocks.pipenv(folder)::requireFresh).doesNotThrowAnyException();

        edit("pyproject.toml", "app[fast] (>=1,<2)", "app (>=1,<2)");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(new PoetryLock(folder, List.of(), List.of(), true, true)::requireFresh)
                .withMessageContaining("stale")
                .satisfies(failure -> assertThat(failure.hint()).contains("poetry lock"));
        edit("Pipfile", "other = \"==1.0\"", "other = \"*\"");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(new PipfileLock(folder.resolve("Pipfile.lock"), List.of())::requireFresh)
                .withMessageContaining("stale")
                .satisfies(failure -> assertThat(failure.hint()).contains("pipenv lock"));
    }

    @Test
    void aLockOfPoetryBefore23LeavesGroupsOutOfItsDigest() throws IOException {
        PoetryLock lock = ForeignLocks.poetry2(folder);
        edit(
                "poetry.lock",
                "f7a4214b482d729cdfe06cb48e82b64b34ebefd26493df7cc792c70e38213f29",
                "cfde9e3ac9c7bba9b6eab2d7b82774dcf2f34516d3c17b29b39d2750da4be4fb");
        assertThatCode(lock::requireFresh).doesNotThrowAnyException();
    }

    @Test
    void walksFromWhatTheProjectAsksForWhereAPackageDoesNotSayWhatItIsFor() throws IOException {
        ForeignLocks.poetry1(folder);

        assertThat(requirements(new PoetryLock(folder, List.of(), List.of(), false, true)))
                .containsExactlyInAnyOrder(
                        "app==1.0",
                        "base==1.0",
                        "fast==1.0",
                        "old==1.0 ; python_full_version < '3'",
                        "win==1.0 ; sys_platform == 'win32'");
        assertThat(requirements(new PoetryLock(folder, List.of("cli"), List.of("docs"), true, true)))
                .contains("more==2.0", "other==1.0", "doc==1.0");
        edit("pyproject.toml", ", extras = [\"fast\"]", "");
        assertThat(requirements(new PoetryLock(folder, List.of(), List.of(), false, true)))
                .as("an extra that nobody asks for")
                .doesNotContain("fast==1.0");
    }

    @Test
    void takesWhatTheGroupsOfALaterLockSay() throws IOException {
        ForeignLocks.poetry2(folder);

        assertThat(requirements(new PoetryLock(folder, List.of(), List.of(), true, true)))
                .containsExactly(
                        "app==1.0", "base==1.0", "fast==1.0", "other==1.0", "win==1.0 ; sys_platform == 'win32'");
        assertThat(requirements(new PoetryLock(folder, List.of("CLI"), List.of("docs"), false, true)))
                .contains("more==2.0", "doc==1.0")
                .doesNotContain("other==1.0");
    }

    @Test
    void readsWherePackagesComeFrom() throws IOException {
        ForeignLocks.poetry2(folder);
        Files.createDirectories(folder.resolve("lib/copy"));
        edit("poetry.lock", "[extras]", """
                [[package]]
                name = "from-git"
                version = "1.0"
                files = []
                develop = false
                groups = ["main"]
                source = {type = "git", url = "https://code.example/x.git", reference = "main", resolved_reference = "abc", subdirectory = "py"}

                [[package]]
                name = "copy"
                version = "0.1"
                files = []
                develop = false
                groups = ["main"]
                source = {type = "directory", url = "lib/copy"}

                [[package]]
                name = "a-file"
                version = "0.1"
                files = [{file = "a.whl", hash = "sha256:11"}]
                groups = ["main"]
                source = {type = "file", url = "wheels/a.whl"}

                [[package]]
                name = "private"
                version = "3"
                files = [{file = "p.whl", hash = "sha256:22"}]
                groups = ["main"]
                source = {type = "legacy", url = "https://own.example/simple", reference = "own"}

                [extras]""");
        edit("pyproject.toml", "[tool.poetry]", """
                [[tool.poetry.source]]
                name = "own"
                url = "https://own.example/simple"
                priority = "explicit"

                [[tool.poetry.source]]
                name = "unused"
                url = "https://unused.example/simple"
                priority = "supplemental"

                [build-system]
                requires = ["poetry-core"]

                [tool.poetry]""");
        edit("pyproject.toml", "package-mode = false", "");
        PoetryLock lock = new PoetryLock(folder, List.of(), List.of(), true, false);

        assertThat(lock.pinned().lines())
                .contains(
                        "from-git @ git+https://code.example/x.git@abc#subdirectory=py",
                        "copy @ " + folder.resolve("lib/copy").toUri(),
                        "a-file @ " + folder.resolve("wheels/a.whl").toUri() + " --hash=sha256:11",
                        "private==3 --hash=sha256:22",
                        folder.toString());
        assertThat(lock.pinned().indexes()).containsExactly(new LockIndex("own", "https://own.example/simple", false));
        assertThat(lock.sourceTrees()).containsExactly(folder.resolve("lib/copy"), folder);
        assertThat(lock.inputFiles())
                .contains(
                        folder.resolve("poetry.lock"),
                        folder.resolve("pyproject.toml"),
                        folder.resolve("lib/copy/pyproject.toml"),
                        folder.resolve("wheels/a.whl"));
    }

    @Test
    void keepsOneOfSeveralVersionsForEachMachine() throws IOException {
        ForeignLocks.poetry1(folder);
        edit(
                "pyproject.toml",
                "old = {version = \"*\", python = \"<3\"}",
                "many = [{version = \"^1\", python = \"<3.12\"}, {version = \">=2,!=2.1\", python = \"^3.12\"}]");
        String many =
                "[[package]]\nname = \"many\"\nversion = \"%s\"\nfiles = [{file = \"m\", hash = \"sha256:%s\"}]\n\n";
        edit("poetry.lock", "[extras]", many.formatted("1.5", "15") + many.formatted("2.0", "20") + "[extras]");

        assertThat(new PoetryLock(folder, List.of(), List.of(), false, true)
                        .pinned()
                        .lines())
                .contains(
                        "many==1.5 ; python_full_version < '3.12' --hash=sha256:15",
                        "many==2.0 ; python_full_version >= '3.12' and python_full_version < '4' --hash=sha256:20");
    }

    @Test
    void readsDigestsWhereOldLocksKeepThem() throws IOException {
        ForeignLocks.poetry1(folder);
        Files.writeString(folder.resolve("poetry.lock"), """
                [[package]]
                name = "app"
                version = "1.0"
                category = "main"
                optional = false
                python-versions = "*"

                [metadata]
                lock-version = "1.1"
                python-versions = "^3.11"
                content-hash = "0d0121bbf29661e0d1eef7efd9c822052ed06cc7e26e0622676f35705ac64a0d"

                [metadata.files]
                app = [
                    {file = "app.whl", hash = "sha256:aa"},
                    {file = "app.tar.gz", hash = "sha256:bb"},
                ]
                """);
        assertThat(new PoetryLock(folder, List.of(), List.of(), false, true)
                        .pinned()
                        .lines())
                .containsExactly("app==1.0 --hash=sha256:aa --hash=sha256:bb");
    }

    @Test
    void takesTheCategoriesOfAPipfileThatAreAskedFor() throws IOException {
        PipfileLock lock = ForeignLocks.pipenv(folder);

        assertThat(requirements(lock))
                .containsExactly(
                        "app[fast]==1.0",
                        "base==1.0 ; python_version >= '3.9'",
                        "fast==1.0",
                        "win ; sys_platform == 'win32'");
        assertThat(requirements(new PipfileLock(lock.file(), List.of("dev", "docs"))))
                .contains("other==1.0", "doc==1.0");
        assertThat(lock.python()).contains("3.14");
        assertThat(lock.pinned().indexes())
                .containsExactly(new LockIndex("main", "https://index.example/simple", true));
    }

    @Test
    void installsNothingThatAPipfileDoesNotPin() throws IOException {
        PipfileLock lock = ForeignLocks.pipenv(folder);
        Files.createDirectory(folder.resolve("lib"));
        edit("Pipfile.lock", "\"fast\": {", "\"mine\": {\"path\": \"./lib\", \"editable\": true}, \"fast\": {");
        assertThat(lock.pinned().lines())
                .contains("-e " + folder.resolve("lib"))
                .noneMatch(line -> line.contains("win"));
        assertThat(lock.pinned().remarks()).singleElement().asString().contains("win is not installed", "win32");

        edit("Pipfile.lock", "\"markers\": \"sys_platform == 'win32'\", ", "");
        assertThatExceptionOfType(UserFailure.class).isThrownBy(lock::pinned).withMessageContaining("no hash for win");
    }

    @Test
    void readsOtherSourcesOfAPipfile() throws IOException {
        PipfileLock lock = ForeignLocks.pipenv(folder);
        Files.createDirectory(folder.resolve("lib"));
        edit("Pipfile.lock", "\"fast\": {", """
                "git": {"git": "https://code.example/x.git", "ref": "abc", "subdirectory": "py"},
                "copy": {"path": "lib"},
                "url": {"file": "https://files.example/u.whl", "hashes": ["sha256:33"]},
                "fast": {""");
        assertThat(lock.pinned().lines())
                .contains(
                        "git @ git+https://code.example/x.git@abc#subdirectory=py",
                        "copy @ " + folder.resolve("lib").toUri(),
                        "url @ https://files.example/u.whl --hash=sha256:33");
        assertThat(lock.sourceTrees()).containsExactly(folder.resolve("lib"));
    }

    @Test
    void saysWhatThereIsWhereAGroupOrAnExtraIsNot() throws IOException {
        ForeignLocks.poetry2(folder);
        ForeignLocks.pipenv(folder);
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(new PoetryLock(folder, List.of(), List.of("doc"), true, true)::pinned)
                .withMessageContaining("no group doc")
                .satisfies(failure -> assertThat(failure.hint()).contains("dev, docs"));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(new PoetryLock(folder, List.of("gui"), List.of(), true, true)::pinned)
                .withMessageContaining("no extra gui")
                .satisfies(failure -> assertThat(failure.hint()).contains("cli"));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(new PipfileLock(folder.resolve("Pipfile.lock"), List.of("test"))::pinned)
                .withMessageContaining("no group test")
                .satisfies(failure -> assertThat(failure.hint()).contains("develop, docs"));
    }

    @Test
    void refusesWhatIsNoLock() throws IOException {
        ForeignLocks.poetry2(folder);
        ForeignLocks.pipenv(folder);
        PoetryLock poetry = new PoetryLock(folder, List.of(), List.of(), true, true);
        PipfileLock pipenv = new PipfileLock(folder.resolve("Pipfile.lock"), List.of());

        edit("poetry.lock", "lock-version = \"2.1\"", "lock-version = \"3.0\"");
        assertThatExceptionOfType(UserFailure.class).isThrownBy(poetry::pinned).withMessageContaining("form 3.0");
        Files.writeString(poetry.file(), "[[package]\nname =");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(poetry::pinned)
                .withMessageContaining("no TOML, line 2");
        Files.writeString(poetry.file(), "a = 1");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(poetry::pinned)
                .withMessageContaining("no lock of Poetry");
        Files.writeString(pipenv.file(), "{\"default\": ");
        assertThatExceptionOfType(UserFailure.class).isThrownBy(pipenv::pinned).withMessageContaining("no JSON");
        Files.writeString(pipenv.file(), "{}");
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(pipenv::pinned)
                .withMessageContaining("no lock of Pipenv");
    }

    private void edit(String file, String what, String with) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertThat(text).contains(what);
        Files.writeString(folder.resolve(file), text.replace(what, with));
    }

    /** Without hashes. */
    private static List<String> requirements(ForeignLock lock) {
        return lock.pinned().lines().stream()
                .map(line -> line.replaceAll(" --hash=\\S+", ""))
                .toList();
    }
}
