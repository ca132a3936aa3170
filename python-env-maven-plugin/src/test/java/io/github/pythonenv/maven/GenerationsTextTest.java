package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.Schemas;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Generation;
import io.github.pythonenv.environment.RolledBack;
import io.github.pythonenv.environment.SampleState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTextTest {

    private static final EnvironmentState STATE = SampleState.get();

    @TempDir
    Path folder;

    private EnvironmentRequest request;
    private GenerationsText text;

    @BeforeEach
    void prepare() throws IOException {
        request = Asked.in(folder).request();
        Files.createDirectories(folder.resolve("lib/python3.14/site-packages/numpy-2.3.0.dist-info"));
        text = new GenerationsText(
                asked ->
                        List.of(new Generation(folder, STATE, true), new Generation(folder, SampleState.held(), false)),
                false);
    }

    @Test
    void listsThemForAPerson() {
        assertThat(text.lines(List.of(request), "[m] "))
                .containsExactly(
                        "[m] default, " + request.directory() + ":",
                        "[m]   * 7  2026-11-21T07:00:00Z  CPython 3.14.3, 1 package: requirements.txt changed",
                        "[m]     7  2026-11-21T07:00:00Z  CPython 3.14.3, 1 package: requirements.txt changed");
        assertThat(new GenerationsText(asked -> List.of(), false).lines(List.of(request), ""))
                .containsExactly("default, " + request.directory() + ": none yet");
        assertThat(new GenerationsText(asked -> List.of(new Generation(folder, SampleState.held(), true)), false)
                        .lines(List.of(request), ""))
                .last()
                .asString()
                .contains("1 package, held: ");
    }

    @Test
    void saysWhatARollbackCameTo() {
        RolledBack back = new RolledBack(Optional.empty(), SampleState.held());

        assertThat(GenerationsText.line(request, back, false))
                .isEqualTo(request.directory()
                        + " went from nothing to generation 7, CPython 3.14.3, 1 package, to be held there."
                        + " mvn python-env:rollback -Dpython-env.forward goes forward again.");
        assertThat(GenerationsText.line(request, new RolledBack(Optional.of(STATE), STATE), true))
                .isEqualTo(request.directory() + " would stay at generation 7, CPython 3.14.3, 1 package, not held.");
    }

    @Test
    void writesThemAsTheSchemaSays() throws IOException {
        RolledBack back = new RolledBack(Optional.of(STATE), SampleState.held());

        String json = DataOutput.json(text.data(List.of(request), Optional.of(back)));

        assertThat(Schemas.problems("rollback-1.0", json)).isEmpty();
        assertThat(json).contains("\"numpy\" : \"2.3.0\"", "\"from\" : 7", "\"held\" : false");
        assertThat(Schemas.problems("rollback-1.0", json.replace("\"standing\" : true", "\"standing\" : 1")))
                .isNotEmpty();
        assertThat(Schemas.problems("rollback-1.0", json.replace("\"to\"", "\"too\"")))
                .isNotEmpty();
    }
}
