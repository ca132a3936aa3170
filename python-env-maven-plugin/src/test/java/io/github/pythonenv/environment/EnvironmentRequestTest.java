package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentRequestTest {

    @TempDir
    Path folder;

    @Test
    void promptsHoldNothingThatAShellExpands() {
        assertThat(prompt("it's $(id) `id` 100% !! \\h \n ä 日本-1.0"))
                .isEqualTo("it_s __id_ _id_ 100_ __ _h _ ä 日本-1.0");
        assertThat(Asked.in(folder).named("docs").request().prompt()).isEqualTo("docs");
        assertThat(Asked.in(Path.of("/")).request().prompt()).isEqualTo("default");
    }

    private String prompt(String project) {
        return Asked.in(folder.resolve(project)).request().prompt();
    }
}
