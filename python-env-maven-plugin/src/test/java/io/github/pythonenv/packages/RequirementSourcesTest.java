package io.github.pythonenv.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Requirements that say where their package is, and the options of their files, with variables in them. */
@Tag("network")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the build fetches an interpreter for Linux alone")
@ExtendWith(RealUv.Resolver.class)
class RequirementSourcesTest {

    private static final SmallWheel BASE = SmallWheel.of("base", "1.0");

    private Trial trial;
    private SmallIndex index;

    @BeforeEach
    void prepare(RealUv uv) throws IOException {
        index = new SmallIndex(BASE);
        trial = new Trial(uv).index(index.url());
    }

    @AfterEach
    void cleanUp() throws IOException {
        index.close();
        trial.close();
    }

    @Test
    void aRepositoryIsKeptAtItsCommit() throws IOException {
        Path repository = trial.project().resolveSibling("repository");
        LocalSources mine = LocalSources.in(repository, "mine", "base");
        git(repository, "init", "--quiet", "--initial-branch=main");
        commit(mine, "first");
        trial.file("requirements.txt", "mine @ git+" + repository.toUri() + "@main");

        Trial.Installed first = trial.install(trial.requirements("requirements.txt"));
        assertThat(first.packages()).containsExactly("base==1.0", "mine==0.1");
        commit(mine, "second");
        assertThat(state(trial.install(trial.requirements("requirements.txt")))).isEqualTo("first");
        assertThat(state(trial.upgrade(true).install(trial.requirements("requirements.txt"))))
                .isEqualTo("second");
    }

    @Test
    void aSourceIsBuiltWhichIsTold() throws IOException {
        Path sources = LocalSources.in(trial.project().resolve("mine-0.1"), "mine", "base")
                .folder();
        Files.writeString(sources.resolve("PKG-INFO"), "Metadata-Version: 2.1\nName: mine\nVersion: 0.1\n");
        Path folder = Files.createDirectory(trial.project().resolve("dist"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("mine-0.1.zip"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String file : List.of("PKG-INFO", "pyproject.toml", "backend.py", "mine.py")) {
                zip.putNextEntry(new ZipEntry("mine-0.1/" + file));
                Files.copy(sources.resolve(file), zip);
            }
        }
        trial.file("requirements.txt", "--find-links dist", "mine");

        assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                .containsExactly("base==1.0", "mine==0.1");
        assertThat(trial.told())
                .anyMatch(told -> told.contains("Built from source, having no wheel for this machine: mine==0.1."));
    }

    @Test
    void anAddressWithItsDigest() throws IOException {
        String line = "base @ " + index.url(BASE, "") + " --hash=sha256:";
        trial.file("requirements.txt", line + BASE.sha256());
        assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                .containsExactly("base==1.0");
        trial.file("requirements.txt", line + "0".repeat(64));
        assertThatExceptionOfType(UserFailure.class)
                .isThrownBy(() -> trial.emptyCache().install(trial.requirements("requirements.txt")))
                .withMessageContaining("Hash mismatch");
    }

    @Test
    void passwordsInVariables() throws IOException {
        index.wants("me:pass");
        trial.without("UV_DEFAULT_INDEX").variable("USER_NAME", "me").variable("PASS_WORD", "pass");
        String login = "${USER_NAME}:${PASS_WORD}@";
        trial.file("requirements.txt", "--index-url " + index.url(login), "base");
        assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                .containsExactly("base==1.0");
        trial.file("requirements.txt", "base @ " + index.url(BASE, login));
        assertThat(trial.install(trial.requirements("requirements.txt")).packages())
                .containsExactly("base==1.0");
        assertThat(trial.kept()).contains(login).doesNotContain("me:pass");
        assertThat(trial.told()).noneMatch(told -> told.contains("me:pass"));
    }

    private String state(Trial.Installed installed) {
        return trial.run(
                        List.of(installed.layout().python().toString(), "-c", "import mine; print(mine.state)"),
                        trial.project())
                .out()
                .get(0);
    }

    private void commit(LocalSources sources, String state) throws IOException {
        sources.write(state);
        git(sources.folder(), "add", "--all");
        git(sources.folder(), "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "--quiet", "-m", state);
    }

    private void git(Path folder, String... arguments) {
        List<String> line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(arguments));
        assertThat(trial.run(line, folder).exitCode()).isZero();
    }
}
