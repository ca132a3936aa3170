package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.progress.ProgressEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemnantsTest {

    @TempDir
    Path project;

    private Path old;
    private Path named;

    @BeforeEach
    void prepare() throws IOException {
        old = made(".venv-old");
        named = made(".venv-dev");
    }

    @Test
    void areThoseThatWereMadeAndAreNotNamed() throws IOException {
        Files.createDirectories(project.resolve(".venv-foreign"));
        Files.writeString(project.resolve(".venv-foreign/pyvenv.cfg"), "home = /usr/bin\n");
        new Generations(project.resolve(".venv-foreign")).prepare();
        new Generations(project.resolve(".venv-gone")).prepare();
        Path elsewhere = Files.createDirectories(project.resolve("sub/.venv"));
        StateFile.write(elsewhere, SampleState.get());

        assertThat(new Remnants(project, Set.of(named)).find()).containsExactly(old);
    }

    @Test
    void whatAnotherProjectMadeThereIsNone() throws IOException {
        StateFile.write(old, SampleState.madeFor(project.resolveSibling("other")));

        assertThat(new Remnants(project, Set.of(named)).find()).isEmpty();
    }

    @Test
    void aLinkToAnotherIsNone() throws IOException {
        Path link = project.resolve(".venv-link");
        new Generations(link).prepare();
        Files.createSymbolicLink(link, named);

        assertThat(new Remnants(project, Set.of(named)).find()).containsExactly(old);
    }

    @Test
    void goWithTheirGenerations() {
        List<ProgressEvent> told = new ArrayList<>();

        new Remnants(project, Set.of(named)).remove(told::add);

        assertThat(old).doesNotExist();
        assertThat(new Generations(old).shelves().resolve(".venv-old")).doesNotExist();
        assertThat(named.resolve("kept")).exists();
        assertThat(told).singleElement().asString().contains(old.toString());
    }

    @Test
    void noneWhereNothingWasEverMade(@TempDir Path other) {
        assertThat(new Remnants(other, Set.of()).find()).isEmpty();
    }

    private Path made(String name) throws IOException {
        Path environment = Files.createDirectories(project.resolve(name));
        Files.writeString(environment.resolve("kept"), "");
        new Generations(environment).prepare();
        StateFile.write(environment, SampleState.madeFor(project));
        return environment;
    }
}
