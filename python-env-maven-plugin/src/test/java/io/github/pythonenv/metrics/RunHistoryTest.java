package io.github.pythonenv.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.pythonenv.store.KeptLines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {

    @TempDir
    Path project;

    private RunHistory history;

    @BeforeEach
    void ofAnEnvironment() {
        history = RunHistory.of(project.resolve(".venv"));
    }

    @Test
    void keepsRunsInTheirOrder() throws IOException {
        assertThat(history.runs()).isEmpty();
        history.append(Runs.built("default", 1));
        history.append(Runs.built("default", 2));
        RunHistory.of(project.resolve(".venv-docs")).append(Runs.built("docs", 9));

        assertThat(history.file()).isEqualTo(project.resolve(".python-env/metrics/.venv.jsonl"));
        assertThat(history.runs()).containsExactly(Runs.built("default", 1), Runs.built("default", 2));
    }

    @Test
    void isBounded() throws IOException {
        Files.createDirectories(history.file().getParent());
        Files.write(history.file(), Collections.nCopies(2 * KeptLines.KEPT, RunLine.print(Runs.built("old", 1))));
        history.append(Runs.built("new", 2));

        assertThat(history.runs()).hasSize(KeptLines.KEPT).endsWith(Runs.built("new", 2));
    }

    @Test
    void whatAKilledBuildLeftHalfWrittenHarmsNoOtherLine() throws IOException {
        history.append(Runs.built("default", 1));
        String line = RunLine.print(Runs.built("default", 2));
        Files.writeString(history.file(), line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
        history.append(Runs.built("default", 3));
        Files.writeString(
                history.file(), line.replace("\"1.0\"", "\"2.0\"") + "\nnonsense\n{}\n", StandardOpenOption.APPEND);

        assertThat(history.runs()).containsExactly(Runs.built("default", 1), Runs.built("default", 3));
    }

    @Test
    void manyWriteAtOnce() throws IOException {
        IntStream.range(0, 40).parallel().forEach(number -> {
            try {
                RunHistory.of(project.resolve(".venv")).append(Runs.built("default", number));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(history.runs()).hasSize(40).doesNotHaveDuplicates();
    }

    @Test
    void aLineIsAsItsSchemaSays() throws IOException {
        String line = RunLine.print(Runs.built("default", 1.25));

        assertThat(problems(line)).isEmpty();
        assertThat(problems(line.replace("built", "made"))).isNotEmpty();
        assertThat(problems(line.replace("91.5", "191.5"))).isNotEmpty();
        for (Measure measure : Measure.values()) {
            assertThat(schema()).contains("\"" + measure.id() + "\"");
        }
    }

    private static List<String> problems(String json) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String schema() throws IOException {
        return Files.readString(Path.of(System.getProperty("basedir", ""), "../docs/schemas/metrics-1.0.schema.json"));
    }
}
