package io.github.pythonenv.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

    @TempDir
    Path folder;

    private Path top;

    @BeforeEach
    void prepare() throws IOException {
        top = Files.createDirectories(folder.toRealPath().resolve("project"));
    }

    @Test
    void findsEachShapeWithItsReasons() throws IOException {
        Path fresh = Shapes.venv(top.resolve("venv"));
        Path old = Shapes.old(top.resolve("module/legacy"));
        Path windows = Shapes.windows(top.resolve("a b/.env"));

        Findings findings = find();

        assertThat(findings.found()).extracting(Finding::folder).containsExactlyInAnyOrder(fresh, old, windows);
        assertThat(findings.spared()).isEmpty();
        Finding best = of(findings, fresh);
        assertThat(best.confidence()).isEqualTo(100);
        assertThat(best.reasons())
                .containsExactly(
                        "pyvenv.cfg names the Python that it was made from",
                        "bin/python",
                        "bin/activate",
                        "lib/python3.12/site-packages",
                        "bin/pip",
                        "its name is venv");
        assertThat(of(findings, old).confidence()).isEqualTo(50);
        assertThat(of(findings, windows).reasons()).contains("Scripts/activate.bat", "Lib/site-packages");
        assertThat(best.bytes()).isEqualTo(sizeOf(fresh));
    }

    @Test
    void findsTheFolderItselfAndNoneWithinAnother() throws IOException {
        Shapes.venv(top);
        Shapes.venv(top.resolve("lib/nested"));

        assertThat(find().found()).extracting(Finding::folder).containsExactly(top);
    }

    @Test
    void takesTheSettingsForProgramsAsPartOfAnEnvironment() throws IOException {
        Files.writeString(Shapes.venv(top).resolve("tuning.env"), "OMP_NUM_THREADS=1\n");

        assertThat(find().found()).extracting(Finding::folder).containsExactly(top);
    }

    @Test
    void leavesAloneWhatSomebodyWorksIn() throws IOException {
        Shapes.venv(top);
        Files.writeString(top.resolve("pyproject.toml"), "");
        Path inner = Shapes.venv(top.resolve("docs/venv"));

        Findings findings = find();

        assertThat(findings.found()).extracting(Finding::folder).containsExactly(inner);
        assertThat(findings.spared()).singleElement().satisfies(spared -> {
            assertThat(spared.folder()).isEqualTo(top);
            assertThat(spared.why()).contains("docs, pyproject.toml");
        });
    }

    @Test
    void leavesAloneWhatGitTracks() throws Exception {
        git("init", "-q");
        Path tracked = Shapes.venv(top.resolve("fixtures/venv"));
        Path ignored = Shapes.venv(top.resolve(".venv"));
        git("add", "fixtures/venv/pyvenv.cfg");

        Findings findings = find();

        assertThat(findings.found()).extracting(Finding::folder).containsExactly(ignored);
        assertThat(findings.spared()).singleElement().satisfies(spared -> {
            assertThat(spared.folder()).isEqualTo(tracked);
            assertThat(spared.why()).isEqualTo("is under version control: git tracks venv/pyvenv.cfg");
        });
    }

    @Test
    void leavesAloneWhereNobodyCanTell() throws IOException {
        // No repository, whatever its folder says.
        Files.writeString(top.resolve(".git"), "gitdir: /nowhere\n");
        Shapes.venv(top.resolve(".venv"));

        Findings findings = find();

        assertThat(findings.found()).isEmpty();
        assertThat(findings.spared()).singleElement().asString().contains("git does not say");
    }

    @Test
    void looksNeitherBehindLinksNorWhereItIsTold() throws IOException {
        Path outside = Shapes.venv(folder.toRealPath().resolve("outside/venv"));
        Files.createSymbolicLink(top.resolve(".venv"), outside);
        Files.createSymbolicLink(top.resolve("elsewhere"), outside.getParent());
        Path store = top.resolve("store");
        Shapes.venv(store.resolve("venv"));

        Findings findings = new Search(top, Set.of(store), System.getenv()).find();

        assertThat(findings.found()).isEmpty();
        assertThat(findings.spared()).singleElement().asString().contains("is a link to an environment");
    }

    @Test
    void saysWhatCannotBeSearched() {
        assertThatThrownBy(() -> new Search(top.resolve("none"), Set.of(), System.getenv()).find())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("could not be searched");
    }

    private Findings find() {
        return new Search(top, Set.of(), System.getenv()).find();
    }

    private static Finding of(Findings findings, Path folder) {
        return findings.found().stream()
                .filter(one -> one.folder().equals(folder))
                .findFirst()
                .orElseThrow();
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve("lib64")))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void git(String... words) throws Exception {
        String[] line = Stream.concat(Stream.of("git"), Stream.of(words)).toArray(String[]::new);
        assertThat(new ProcessBuilder(line)
                        .directory(top.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
