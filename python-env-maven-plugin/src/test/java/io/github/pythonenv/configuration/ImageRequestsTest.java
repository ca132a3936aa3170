package io.github.pythonenv.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.image.ImageFormat;
import io.github.pythonenv.image.ImageReference;
import io.github.pythonenv.image.ImageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRequestsTest {

    private static final ImageReference USUAL = new ImageReference("app", "1");

    @TempDir
    Path project;

    @Test
    void theInterpreterStartsUnlessSomethingElseIsSaid() throws IOException {
        ImageSettings settings = settings("\"base\": \"base.tar\"");

        assertThat(settings.base()).contains(project.resolve("base.tar"));
        assertThat(settings.reference()).isEqualTo(USUAL);
        assertThat(settings.format()).isEqualTo(ImageFormat.DOCKER);
        assertThat(settings.directory()).isEqualTo("/opt/python-env");
        assertThat(settings.process().path()).isEqualTo("/opt/python-env/bin");
        assertThat(settings.process().command()).containsExactly("/opt/python-env/bin/python");
        assertThat(settings.process().user()).isEqualTo("10001:10001");
    }

    @Test
    void readsAllThatCanBeSaid() throws IOException {
        ImageSettings settings = settings("""
            "base": "scratch", "name": "team/job:2", "format": "oci", "directory": "/app", "user": 1000,
            "workingDirectory": "/tmp", "entrypoint": ["python", "-m", "job"], "ports": [8000, "53/udp"],
            "variables": {"HOME": "/tmp", "LEVEL": 3}, "labels": {"org.opencontainers.image.source": "here"}
            """);

        assertThat(settings.base()).isEqualTo(Optional.empty());
        assertThat(settings.reference()).hasToString("team/job:2");
        assertThat(settings.format()).isEqualTo(ImageFormat.OCI);
        assertThat(settings.process().path()).isEqualTo("/app/bin");
        assertThat(settings.process().user()).isEqualTo("1000");
        assertThat(settings.process().workingDirectory()).contains("/tmp");
        assertThat(settings.process().entrypoint()).containsExactly("python", "-m", "job");
        assertThat(settings.process().command()).isEmpty();
        assertThat(settings.process().ports()).isEqualTo(List.of("8000", "53/udp"));
        assertThat(settings.process().variables()).isEqualTo(Map.of("HOME", "/tmp", "LEVEL", "3"));
        assertThat(settings.process().labels()).containsEntry("org.opencontainers.image.source", "here");
    }

    @Test
    void whatIsSetStaysAboveWhatIsUsual() throws IOException {
        ImageSettings settings = settings(
                        "\"base\": \"scratch\", \"variables\": {\"OMP_NUM_THREADS\": 2}, \"labels\": {\"title\":"
                                + " \"mine\"}")
                .with(Map.of("title", "app", "version", "1"));

        assertThat(settings.process().labels()).isEqualTo(Map.of("title", "mine", "version", "1"));
        assertThat(settings.process()
                        .with(Map.of("OMP_NUM_THREADS", "8", "PYTHONUNBUFFERED", "1"), Map.of())
                        .variables())
                .isEqualTo(Map.of("OMP_NUM_THREADS", "2", "PYTHONUNBUFFERED", "1"));
    }

    @Test
    void wantsABase() {
        assertThatThrownBy(() -> settings("\"name\": \"app\""))
                .isInstanceOfSatisfying(
                        UserFailure.class,
                        failure -> assertThat(failure.hint())
                                .contains("image.base in python-env.json", "docker save", "scratch"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"directory\": \"app\"",
                "\"directory\": \"/\"",
                "\"directory\": \"/app/../etc\"",
                "\"user\": \"ann bob\"",
                "\"workingDirectory\": \"tmp\"",
                "\"ports\": [\"http\"]",
                "\"variables\": {\"A=B\": \"1\"}",
                "\"format\": \"tar\"",
                "\"name\": \"App\"",
                "\"cmd\": [\"python\"]"
            })
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> settings("\"base\": \"scratch\", " + text)).isInstanceOf(UserFailure.class);
    }

    private ImageSettings settings(String text) throws IOException {
        Files.writeString(project.resolve(ProjectFile.NAME), "{\"image\": {" + text + "}}");
        Settings set = new ProjectEnvironments(
                        ProjectFile.read(project, Optional.empty()),
                        Declarations.NONE,
                        new CommandLine(new Properties(), project))
                .select(List.of())
                .get(0)
                .settings();
        return ImageRequests.of(set, project, USUAL);
    }
}
