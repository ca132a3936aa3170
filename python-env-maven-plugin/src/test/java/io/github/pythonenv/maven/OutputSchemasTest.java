package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.Origin;
import io.github.pythonenv.configuration.Setting;
import io.github.pythonenv.configuration.Settings;
import io.github.pythonenv.environment.Asked;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Inspection;
import io.github.pythonenv.environment.SampleState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goals write for scripts is what the published schemas say. */
class OutputSchemasTest {

    @TempDir
    Path project;

    private EnvironmentRequest request;

    @BeforeEach
    void prepare() {
        request = Asked.in(project).named("docs").request();
    }

    @Test
    void check() throws IOException {
        for (Inspection.Status status : Inspection.Status.values()) {
            Inspection inspection =
                    new Inspection(request.directory(), status, Optional.of(SampleState.get()), List.of("one", "two"));
            assertThat(faults("check", InspectionText.data(Map.of(request, inspection))))
                    .isEmpty();
        }
        assertThat(faults("check", Map.of("environments", List.of()))).isNotEmpty();
    }

    @Test
    void list() throws IOException {
        assertThat(faults("list", EnvironmentList.data(List.of(row(true), row(false)))))
                .isEmpty();
        assertThat(faults("list", Map.of("environments", List.of(Map.of("environment", "a")))))
                .isNotEmpty();
    }

    @Test
    void info() throws IOException {
        Settings.Builder said = new Settings.Builder(new Origin(Origin.Level.COMMAND_LINE, "-D"));
        said.put(Setting.PYTHON_VERSION, "3.14");
        ProjectMojo.Requested asked = new ProjectMojo.Requested(
                new ConfiguredEnvironment("docs", said.build(), false, false), request, false);

        Map<String, Object> data =
                Map.of("store", "/store", "environments", List.of(new EnvironmentInfo(asked, row(true)).data()));

        assertThat(faults("info", data)).isEmpty();
    }

    private EnvironmentList.Row row(boolean made) {
        return new EnvironmentList.Row(
                request, Optional.of("Documentation"), true, made ? Optional.of(SampleState.get()) : Optional.empty());
    }

    private static Set<ValidationMessage> faults(String goal, Map<String, ?> data) throws IOException {
        Path schema = Path.of("..", "docs", "schemas", goal + "-1.0.schema.json");
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(schema))
                .validate(DataOutput.json(data), InputFormat.JSON);
    }
}
