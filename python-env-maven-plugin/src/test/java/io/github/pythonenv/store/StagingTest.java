package io.github.pythonenv.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

    @TempDir
    Path folder;

    @Test
    void makesEmptyFoldersUnderNewNames() throws IOException {
        Path parent = folder.resolve("not/there/yet");
        Set<Path> seen = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            Path staging = Staging.create(parent, "label");
            assertThat(staging).isEmptyDirectory().hasParent(parent);
            assertThat(staging.getFileName().toString()).startsWith("label-");
            assertThat(seen.add(staging)).isTrue();
            Trees.delete(staging);
        }
    }

    @Test
    void keepsANameForOneAtATime() throws IOException {
        Path first = Staging.createNamed(folder, "name");
        Path second = Staging.createNamed(folder, "name");
        Staging.discard(first);

        assertThat(first).isEqualTo(folder.resolve("name"));
        assertThat(second).isEmptyDirectory().isNotEqualTo(first);
        assertThat(Staging.createNamed(folder, "name")).isEqualTo(first).isEmptyDirectory();
    }

    @Test
    void theSweepLeavesWhatARunningProcessBuilds() throws IOException {
        Path ours = filled("ours");

        Staging.sweep(folder);

        assertThat(ours.resolve("file")).exists();
    }

    @Test
    void theSweepTakesWhatADeadProcessBuilt() throws Exception {
        Path ours = filled("ours");
        Path theirs = filled("theirs");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .redirectErrorStream(true)
                .start();
        process.getInputStream().readAllBytes();
        process.waitFor();
        Owner me = Owner.current();
        note(theirs, new Owner(me.machine(), process.pid(), me.start()));

        Staging.sweep(folder);

        assertThat(theirs).doesNotExist();
        assertThat(ours).exists();
        assertThat(names()).hasSize(2);
    }

    /** The number of a dead process is given again. */
    @Test
    void theSweepTellsProcessesApartByTheirStart() throws IOException {
        Path earlier = filled("earlier");
        Owner me = Owner.current();
        note(earlier, new Owner(me.machine(), me.pid(), me.start() + "0"));

        Staging.sweep(folder);

        assertThat(earlier).doesNotExist();
    }

    @Test
    void theSweepLeavesWhatAnotherContainerMayBuildStillForADay() throws IOException {
        Path young = filled("young");
        Path old = filled("old");
        note(young, new Owner("elsewhere", 1, "1"));
        note(old, new Owner("elsewhere", 1, "1"));
        Files.setLastModifiedTime(
                noteOf(old),
                FileTime.from(Instant.now().minus(Duration.ofDays(1)).minusSeconds(60)));

        Staging.sweep(folder);

        assertThat(young).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void theSweepLeavesWhatIsNotAStagingFolder() throws IOException {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Path odd = filled("odd");
        Files.writeString(noteOf(odd), "what is this?");
        Path number = filled("number");
        Files.writeString(noteOf(number), "x y z");

        Staging.sweep(folder);

        assertThat(List.of(foreign, odd, number)).allMatch(Files::exists);
    }

    @Test
    void theSweepTakesNotesWhoseFolderIsGone() throws IOException {
        Path gone = filled("gone");
        note(gone, new Owner(Owner.current().machine(), Owner.current().pid(), "0"));
        Trees.delete(gone);

        Staging.sweep(folder);

        assertThat(names()).isEmpty();
    }

    @Test
    void theSweepOfNothingDoesNothing() {
        Staging.sweep(folder.resolve("nothing"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aReleasedFolderIsNotSwept() throws IOException {
        Path staging = filled("released");
        note(staging, new Owner(Owner.current().machine(), Owner.current().pid(), "0"));
        Staging.release(staging);
        Staging.release(staging);

        Staging.sweep(folder);

        assertThat(staging).exists();
        assertThat(names()).containsExactly(staging.getFileName().toString());
    }

    @Test
    void aNoteReadsAsItWasWritten() {
        Owner me = Owner.current();

        assertThat(Owner.parse(me.note())).contains(me);
        assertThat(me.visible()).isTrue();
        assertThat(me.running()).isTrue();
        assertThat(me.pid()).isEqualTo(ProcessHandle.current().pid());
    }

    private Path filled(String label) throws IOException {
        Path staging = Staging.create(folder, label);
        Files.writeString(staging.resolve("file"), "content");
        return staging;
    }

    private static void note(Path staging, Owner owner) throws IOException {
        Files.writeString(noteOf(staging), owner.note());
    }

    private static Path noteOf(Path staging) {
        return staging.resolveSibling("." + staging.getFileName() + ".owner");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
