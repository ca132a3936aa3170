package io.github.pythonenv.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsFileTest {

    private static final Path SCHEMA =
            Path.of(System.getProperty("basedir", ""), "../docs/schemas/events-1.0.schema.json");

    private final AdjustableClock clock = new AdjustableClock();

    @TempDir
    Path folder;

    @Test
    void writesEveryKindOfEventAsItsSchemaSays() throws IOException {
        EventsFile file = file("dev");
        List<ProgressEvent> all = List.of(
                new ProgressEvent.Started(Stage.PROVISIONING_PYTHON, "an archive"),
                new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 5, ProgressEvent.Bytes.UNKNOWN),
                new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, 10, 10),
                new ProgressEvent.Installed(4, 2),
                new ProgressEvent.ProgramEnded("uv", 20, 10, 1_000_000),
                new ProgressEvent.Notice("a \"quoted\" ä"),
                new ProgressEvent.Warning("w"),
                new ProgressEvent.Detail("d"),
                new ProgressEvent.Finished(Stage.COMPLETE, ".venv", 12));

        all.forEach(file::on);

        assertThat(all.stream().map(Object::getClass).distinct())
                .as("one of each")
                .hasSize(ProgressEvent.class.getPermittedSubclasses().length);
        List<String> lines = lines();
        assertThat(lines)
                .hasSameSizeAs(all)
                .allSatisfy(line -> assertThat(problems(line)).isEmpty());
        assertThat(lines.get(0))
                .isEqualTo("{\"schemaVersion\":\"1.0\",\"time\":\"2026-01-01T00:00:00Z\",\"environment\":\"dev\","
                        + "\"event\":\"started\",\"stage\":\"ProvisioningPython\",\"percent\":20,"
                        + "\"detail\":\"an archive\"}");
        assertThat(lines.get(1)).endsWith("\"percent\":20,\"done\":5}");
        assertThat(lines.get(2)).endsWith("\"percent\":40,\"done\":10,\"total\":10}");
    }

    @Test
    void theSchemaRefusesWhatIsNoEvent() throws IOException {
        file("dev").on(new ProgressEvent.Finished(Stage.COMPLETE, ".venv", 12));
        String line = lines().get(0);

        assertThat(problems(line.replace("Complete", "Done"))).isNotEmpty();
        assertThat(problems(line.replace("finished", "ended"))).isNotEmpty();
        assertThat(problems(line.replace(",\"milliseconds\":12", ""))).isNotEmpty();
        assertThat(problems(line.replace("\"percent\":100", "\"percent\":101"))).isNotEmpty();
    }

    @Test
    void addsToWhatIsThere() throws IOException {
        file("one").on(new ProgressEvent.Notice("a"));
        file("two").on(new ProgressEvent.Notice("b"));

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).contains("\"environment\":\"two\"");
    }

    @Test
    void writesCountsSeldomButTheLastOne() throws IOException {
        EventsFile file = file("dev");
        for (int i = 1; i <= 1000; i++) {
            clock.pass(Duration.ofMillis(1));
            file.on(new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, i, 1000));
        }

        assertThat(lines()).hasSizeBetween(10, 12);
        assertThat(lines()).last().asString().contains("\"done\":1000,");
    }

    @Test
    void saysAtOnceThatItCannotWrite() throws IOException {
        Files.createFile(folder.resolve("no-folder"));

        assertThatThrownBy(() -> new EventsFile(folder.resolve("no-folder/events.jsonl"), clock, Map.of()))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("events.jsonl");
    }

    private EventsFile file(String environment) {
        return new EventsFile(folder.resolve("target/events.jsonl"), clock, Map.of("environment", environment));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("target/events.jsonl"));
    }

    private static List<String> problems(String json) {
        try {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Files.readString(SCHEMA));
            return schema.validate(json, InputFormat.JSON).stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class AdjustableClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
