package io.github.pythonenv.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CleaningTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path top;
    private Path workshop;
    private Path venv;

    @BeforeEach
    void prepare() throws IOException {
        top = Files.createDirectories(folder.toRealPath().resolve("project"));
        workshop = top.resolve(".python-env");
        venv = Shapes.venv(top.resolve("venv"));
    }

    @Test
    void keepsAnArchiveThatTarUnpacks() throws Exception {
        String deep = "lib/python3.12/site-packages/" + "long-name/".repeat(12) + "übung.py";
        Shapes.write(venv, deep, "print()\n".repeat(20_000));
        Files.setPosixFilePermissions(venv.resolve("bin/pip"), PosixFilePermissions.fromString("rwxr-x--x"));
        Files.createSymbolicLink(venv.resolve("bin/python3"), Path.of("/opt/" + "far/".repeat(40) + "python"));

        Removed removed = clean(true).get(0);

        assertThat(venv).doesNotExist();
        Backup backup = removed.backup().orElseThrow();
        assertThat(backup.file()).isEqualTo(workshop.resolve("backup/venv-20260301-100000-000.tar.gz"));
        Path restored = Files.createDirectory(folder.resolve("restored"));
        assertThat(new ProcessBuilder("tar", "xzf", backup.file().toString())
                        .directory(restored.toFile())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        assertThat(restored.resolve("venv").resolve(deep)).hasContent("print()\n".repeat(20_000));
        assertThat(Files.getPosixFilePermissions(restored.resolve("venv/bin/pip")))
                .isEqualTo(PosixFilePermissions.fromString("rwxr-x--x"));
        assertThat(Files.readSymbolicLink(restored.resolve("venv/bin/python3")).toString())
                .isEqualTo("/opt/" + "far/".repeat(40) + "python");
        assertThat(Files.readSymbolicLink(restored.resolve("venv/lib64")).toString())
                .isEqualTo("lib");
        assertThat(workshop.resolve(".gitignore")).hasContent("*");
    }

    @Test
    void notesWhatWasRemoved() throws IOException {
        Removed removed = clean(true).get(0);

        List<JsonNode> lines = Files.readAllLines(workshop.resolve("audit.log")).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
        assertThat(lines).extracting(line -> line.get("action").stringValue()).containsExactly("removing", "removed");
        assertThat(lines.get(1).get("user").stringValue()).isEqualTo("alex");
        assertThat(lines.get(1).get("time").stringValue()).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(lines.get(1).get("directory").stringValue()).isEqualTo(venv.toString());
        assertThat(lines.get(1).get("sha256").stringValue())
                .isEqualTo(removed.backup().orElseThrow().sha256());
    }

    @Test
    void followsNoLinks() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "");
        Files.createSymbolicLink(venv.resolve("share"), outside);

        assertThat(clean(false))
                .singleElement()
                .satisfies(one -> assertThat(one.backup()).isEmpty());

        assertThat(venv).doesNotExist();
        assertThat(outside.resolve("kept")).exists();
        assertThat(workshop.resolve("removed")).isEmptyDirectory();
        assertThat(workshop.resolve("backup")).doesNotExist();
    }

    @Test
    void removesNothingThatCannotBeKept() throws Exception {
        // Neither a file, a folder nor a link.
        assertThat(new ProcessBuilder("mkfifo", venv.resolve("bin/pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        assertThatThrownBy(() -> clean(true))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("left as it is")
                .hasMessageContaining("pipe is neither a file");

        assertThat(venv.resolve("bin/activate")).exists();
        assertThat(workshop.resolve("backup")).isEmptyDirectory();
        assertThat(workshop.resolve("audit.log")).doesNotExist();
    }

    @Test
    void removesNothingThatCannotBeNoted() throws IOException {
        Files.createDirectories(workshop.resolve("audit.log"));

        assertThatThrownBy(() -> clean(false))
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("could not be noted");

        assertThat(venv.resolve("bin/activate")).exists();
    }

    @Test
    void removesNothingThatHasChangedItsNature() throws IOException {
        List<Finding> found = new Search(top, Set.of(), System.getenv()).find().found();
        Files.move(venv, top.resolve("moved"));
        Files.createSymbolicLink(venv, top.resolve("moved"));

        assertThatThrownBy(() -> cleaning(false).remove(found)).isInstanceOf(UserFailure.class);

        assertThat(top.resolve("moved/bin/activate")).exists();
    }

    private List<Removed> clean(boolean backup) {
        return cleaning(backup)
                .remove(new Search(top, Set.of(), System.getenv()).find().found());
    }

    private Cleaning cleaning(boolean backup) {
        return new Cleaning(workshop, backup, "alex", CLOCK, event -> {});
    }
}
