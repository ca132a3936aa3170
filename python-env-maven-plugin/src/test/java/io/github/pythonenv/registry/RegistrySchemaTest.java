package io.github.pythonenv.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.pythonenv.runtime.Health;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published schema is that of what we write. */
class RegistrySchemaTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsValid() throws IOException {
        Registry registry = new Registry(new Store(folder), Clock.systemUTC(), event -> {});
        registry.checked(Registering.runtime(new PythonVersion(3, 13, 5), folder), Health.GOOD);
        registry.change(entries -> registry.with(
                entries,
                Registering.runtime(new PythonVersion(3, 14, 3), folder.resolve("other")),
                entry -> entry.preferred(true)));

        registry.change(entries -> registry.with(
                entries,
                Registering.runtime(new PythonVersion(3, 12, 9), folder.resolve("updated")),
                entry -> entry.updating(Optional.of(RunningUpdate.begun(Instant.now())))));
        String written = Files.readString(folder.resolve("registry.json"));

        assertThat(written)
                .contains("\"NotInitialized\"", "\"Updating\"", "\"updater\"", "\"Ready\"", "\"default\":true");
        assertThat(problems(written)).isEmpty();
        assertThat(problems(written.replace("Ready", "Fine"))).isNotEmpty();
        assertThat(problems(written.replace("\"1.0\"", "\"2.0\""))).isNotEmpty();
        assertThat(problems(written.replace("\"default\":true", "\"default\":\"true\"")))
                .isNotEmpty();
    }

    @Test
    void theOneInTheDocumentationIsTheSame() throws IOException {
        assertThat(Path.of(System.getProperty("basedir", ""), "../docs/schemas/registry-1.0.schema.json"))
                .hasContent(schema());
    }

    private static List<String> problems(String json) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static String schema() throws IOException {
        try (InputStream in = Objects.requireNonNull(Registry.class.getResourceAsStream("registry-1.0.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
