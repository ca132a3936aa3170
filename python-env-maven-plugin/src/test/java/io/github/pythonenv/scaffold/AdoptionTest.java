package io.github.pythonenv.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.scaffold.Adoption.Meeting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionTest {

    @TempDir
    Path folder;

    private final Answers answers = AnswersTest.answers(Map.of());

    @Test
    void writesIntoAnEmptyFolderAllThereIs() throws IOException {
        adoption().write();

        for (ProjectFile file : ProjectFiles.of(answers)) {
            assertThat(folder.resolve(file.path())).hasContent(file.text());
        }
        assertThat(paths(Meeting::isNew)).isEmpty();
        assertThat(paths(Meeting::differs)).isEmpty();
    }

    @Test
    void touchesNothingThatIsThere() throws IOException {
        Files.writeString(folder.resolve("README.md"), "# Ours\n");
        Files.createDirectory(folder.resolve("Dockerfile"));

        adoption().write();

        assertThat(folder.resolve("README.md")).hasContent("# Ours\n");
        assertThat(folder.resolve("pom.xml")).exists();
        assertThat(paths(Meeting::differs)).containsExactly("README.md", "Dockerfile");
    }

    @Test
    void takesLineEndsOfWindowsForTheSame() throws IOException {
        adoption().write();
        Path ignored = folder.resolve(".gitignore");
        Files.writeString(ignored, Files.readString(ignored).replace("\n", "\r\n"));

        assertThat(paths(Meeting::differs)).isEmpty();
    }

    @Test
    void saysWhatCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("src"), "no folder");

        assertThatThrownBy(() -> adoption().write())
                .isInstanceOf(UserFailure.class)
                .hasMessageContaining("src")
                .hasMessageContaining("could not be written");
    }

    private Adoption adoption() {
        return Adoption.of(folder, answers);
    }

    private List<String> paths(Predicate<Meeting> which) {
        return adoption().files().stream()
                .filter(which)
                .map(file -> file.offered().path())
                .toList();
    }
}
