package io.github.pythonenv.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Retention;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.Requirements;
import io.github.pythonenv.runtime.VersionRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptEnvironmentTest {

    @TempDir
    Path project;

    @Test
    void hasWhatTheScriptAsksForAndNothingOfTheProjects() throws IOException {
        Files.writeString(project.resolve("python-env.lock"), "");
        EnvironmentRequest like = Asked.in(project).packages("pandas").request();

        EnvironmentRequest own = of(like, "tools/greet.py", List.of("rich"), Optional.of(">=3.11"));

        assertThat(own.inputs())
                .isEqualTo(new Requirements(project.resolve("tools"), List.of(), List.of("rich"), List.of()));
        assertThat(own.python()).isEqualTo(VersionRequest.parse(">=3.11"));
        assertThat(own.lock().present()).isFalse();
        assertThat(own.directory().getParent()).isEqualTo(project.resolve("scripts"));
        assertThat(own.name()).startsWith("greet-");
        assertThat(own.retention()).isEqualTo(Retention.of(0));
    }

    @Test
    void standsOnTheProjectsPythonWhereTheScriptSaysNothing() throws IOException {
        Files.writeString(project.resolve("python-env.lock"), "");
        EnvironmentRequest like = Asked.in(project).python("3.12").request();

        EnvironmentRequest own = of(like, "greet.py", List.of(), Optional.empty());

        assertThat(own.inputs()).isInstanceOf(NoPackages.class);
        assertThat(own.runtime()).isEqualTo(like.runtime());
        assertThat(own.lock()).isEqualTo(like.lock());
    }

    @Test
    void isTheSameForTheSameScriptOnly() {
        EnvironmentRequest like = Asked.in(project).request();

        Path one = of(like, "a/greet.py", List.of("rich"), Optional.empty()).directory();

        assertThat(of(like, "a/greet.py", List.of(), Optional.empty()).directory())
                .isEqualTo(one);
        assertThat(of(like, "b/greet.py", List.of("rich"), Optional.empty()).directory())
                .isNotEqualTo(one);
    }

    private EnvironmentRequest of(
            EnvironmentRequest like, String script, List<String> dependencies, Optional<String> python) {
        InlineMetadata metadata = new InlineMetadata(dependencies, python.map(VersionRequest::parse));
        return ScriptEnvironment.of(like, project.resolve(script), metadata, project.resolve("scripts"));
    }
}
