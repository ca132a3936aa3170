package io.github.pythonenv.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {

    @TempDir
    Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void copiesFilesModesAndLinksAndLeavesWhatIsThere() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from/sub")).getParent();
        Files.writeString(from.resolve("sub/run"), "#!").toFile().setExecutable(true);
        Files.createSymbolicLink(from.resolve("link"), Path.of("sub/run"));
        Files.writeString(from.resolve("both"), "from");
        Path to = folder.resolve("made/to");
        Files.createDirectories(to);
        Files.writeString(to.resolve("both"), "to");

        Trees.copy(from, to);
        Trees.copy(from.resolve("sub/run"), folder.resolve("one/alone"));

        assertThat(to.resolve("sub/run")).isExecutable().hasContent("#!");
        assertThat(Files.readSymbolicLink(to.resolve("link"))).isEqualTo(Path.of("sub/run"));
        assertThat(to.resolve("both")).hasContent("to");
        assertThat(folder.resolve("one/alone")).isExecutable().hasContent("#!");
    }

    @Test
    void deletesFoldersFilesAndNothing() throws IOException {
        Path tree = Files.createDirectories(folder.resolve("a/b/c"));
        Files.writeString(tree.resolve("file"), "x");
        Files.createDirectory(folder.resolve("a/empty"));
        Path file = Files.writeString(folder.resolve("file"), "x");

        Trees.delete(folder.resolve("a"));
        Trees.delete(file);
        Trees.delete(folder.resolve("never there"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void deletesLinksAndNotWhatTheyLeadTo() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("file"), "mine");
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.createSymbolicLink(tree.resolve("to folder"), outside);
        Files.createSymbolicLink(tree.resolve("to file"), outside.resolve("file"));
        Files.createSymbolicLink(tree.resolve("to nothing"), Path.of("nothing"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), outside);

        Trees.delete(tree);
        Trees.delete(link);

        assertThat(tree).doesNotExist();
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
        assertThat(outside.resolve("file")).hasContent("mine");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void deletesWhatIsReadOnly() throws IOException {
        Path closed = Files.createDirectories(folder.resolve("tree/closed"));
        Path file = Files.writeString(closed.resolve("file"), "x");
        Path unreadable = Files.createDirectory(folder.resolve("tree/unreadable"));
        Files.writeString(unreadable.resolve("file"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(unreadable, PosixFilePermissions.fromString("---------"));

        Trees.delete(folder.resolve("tree"));

        assertThat(folder).isEmptyDirectory();
    }

    /** The administrator may write everywhere, so this is seen apart from the deletion. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void liftsWriteProtectionOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        assertThat(WriteProtection.lift(link)).isFalse();
        assertThat(WriteProtection.lift(file)).isTrue();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rwxr-----"));
        assertThat(WriteProtection.lift(file)).isFalse();
        assertThat(WriteProtection.lift(folder.resolve("nothing"))).isFalse();
    }
}
