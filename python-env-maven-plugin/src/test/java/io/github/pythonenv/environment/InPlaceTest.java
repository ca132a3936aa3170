package io.github.pythonenv.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InPlaceTest {

    private static final Path INTERPRETER = Path.of("not needed");

    @TempDir
    Path project;

    private final InPlace inPlace = new InPlace();
    private Path target;
    private Path fresh;
    private Map<String, String> wanted;

    @BeforeEach
    void prepare() throws IOException {
        target = Files.createDirectory(project.resolve(".venv"));
        fresh = project.resolve("fresh");
        write(fresh, "pyvenv.cfg", "new");
        write(fresh, "lib/new/a.py", "new");
        wanted = Listing.of(fresh);
    }

    @Test
    void replacesAllContents() throws IOException {
        old();

        assertThat(inPlace.replace(fresh, target, INTERPRETER)).isEmpty();

        assertThat(Listing.of(target)).isEqualTo(wanted);
    }

    @Test
    void fillsAFolderThatIsNotThere() throws IOException {
        Trees.delete(target);

        inPlace.replace(fresh, target, INTERPRETER);

        assertThat(Listing.of(target)).isEqualTo(wanted);
    }

    @Test
    void keepsTheTimesOfFilesForTheirBytecode() throws IOException {
        Path source = fresh.resolve("lib/new/a.py");
        Files.setLastModifiedTime(source, FileTime.fromMillis(1_000_000));

        inPlace.replace(fresh, target, INTERPRETER);

        assertThat(Files.getLastModifiedTime(target.resolve("lib/new/a.py")).toMillis())
                .isEqualTo(1_000_000);
    }

    @Test
    void keepsLinks() throws IOException {
        Files.createSymbolicLink(fresh.resolve("python"), Path.of("/somewhere/python3"));

        inPlace.replace(fresh, target, INTERPRETER);

        assertThat(target.resolve("python")).isSymbolicLink();
    }

    @Test
    void leavesTheOldContentsWhereTheNewCannotBeCopied() throws IOException {
        old();
        Map<String, String> before = Listing.of(target);

        assertThatThrownBy(() -> inPlace.replace(project.resolve("gone"), target, INTERPRETER))
                .isInstanceOf(IOException.class);

        assertThat(Listing.of(target)).isEqualTo(before);
    }

    @Test
    void recoversFromNothing() throws IOException {
        old();
        Map<String, String> before = Listing.of(target);

        assertThat(inPlace.recover(target)).isEmpty();

        assertThat(Listing.of(target)).isEqualTo(before);
    }

    @Test
    void keepsTheOldContentsWhenTheCopyWasCutOff() throws IOException {
        old();
        Map<String, String> before = Listing.of(target);
        write(target, ".python-env-incoming/pyvenv.cfg", "half");

        assertThat(inPlace.recover(target)).isEmpty();

        assertThat(Listing.of(target)).isEqualTo(before);
    }

    /** How far a replacement had come when it was cut off, once all of the new contents had been copied. */
    private enum Point {
        COPIED,
        ONE_OUT,
        ALL_OUT,
        OUT_AND_NOTED,
        ONE_IN,
        ALL_IN
    }

    static Stream<Point> points() {
        return Stream.of(Point.values());
    }

    @ParameterizedTest
    @MethodSource("points")
    void finishesFromEachPoint(Point point) throws IOException {
        Path incoming = target.resolve(".python-env-incoming");
        Path outgoing = target.resolve(".python-env-outgoing");
        old();
        Files.move(fresh, incoming);
        write(incoming, ".python-env-complete", "");
        if (point.compareTo(Point.ONE_OUT) >= 0) {
            Files.createDirectory(outgoing);
            Files.move(target.resolve("lib"), outgoing.resolve("lib"));
        }
        if (point.compareTo(Point.ALL_OUT) >= 0) {
            Files.move(target.resolve("pyvenv.cfg"), outgoing.resolve("pyvenv.cfg"));
        }
        if (point.compareTo(Point.OUT_AND_NOTED) >= 0) {
            write(outgoing, ".python-env-complete", "");
        }
        if (point.compareTo(Point.ONE_IN) >= 0) {
            Files.move(incoming.resolve("lib"), target.resolve("lib"));
        }
        if (point.compareTo(Point.ALL_IN) >= 0) {
            Files.move(incoming.resolve("pyvenv.cfg"), target.resolve("pyvenv.cfg"));
        }

        assertThat(inPlace.recover(target)).isPresent();

        assertThat(Listing.of(target)).isEqualTo(wanted);
    }

    @Test
    void cleansUpWhenOnlyThatWasLeft() throws IOException {
        write(target, "pyvenv.cfg", "new");
        Map<String, String> whole = Listing.of(target);
        write(target, ".python-env-outgoing/lib/old/a.py", "old");
        Files.createDirectory(target.resolve(".python-env-incoming"));

        inPlace.recover(target);

        assertThat(Listing.of(target)).isEqualTo(whole);
    }

    private void old() throws IOException {
        write(target, "pyvenv.cfg", "old");
        write(target, "lib/old/a.py", "old");
    }

    private static void write(Path folder, String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
