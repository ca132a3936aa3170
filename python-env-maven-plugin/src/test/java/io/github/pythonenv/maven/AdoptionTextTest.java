package io.github.pythonenv.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pythonenv.scaffold.Adoption;
import io.github.pythonenv.scaffold.Adoption.Meeting;
import io.github.pythonenv.scaffold.ProjectFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdoptionTextTest {

    private static final Adoption ADOPTION = new Adoption(
            Path.of("project"),
            List.of(
                    new Meeting(new ProjectFile("new.txt", "1\n2\n"), Optional.empty()),
                    new Meeting(new ProjectFile("empty.txt", ""), Optional.empty()),
                    new Meeting(new ProjectFile("same.txt", "1\n"), Optional.of("1\n")),
                    new Meeting(new ProjectFile(".gitignore", "target/\n.venv/\n"), Optional.of("target/\n"))));

    @Test
    void saysOfEachFileWhatBecomesOfIt() {
        assertThat(AdoptionText.summary(ADOPTION))
                .containsExactly(
                        "new   new.txt",
                        "new   empty.txt",
                        "same  same.txt",
                        "kept  .gitignore, which differs from the template's");
        assertThat(AdoptionText.keepsSomething(ADOPTION)).isTrue();
    }

    @Test
    void showsTheWayToTheTemplateAsGitDoes() {
        List<String> kept = List.of(
                "diff --git a/.gitignore b/.gitignore",
                "--- a/.gitignore",
                "+++ b/.gitignore",
                "@@ -1,1 +1,2 @@",
                " target/",
                "+.venv/");

        assertThat(AdoptionText.diff(ADOPTION, false)).containsExactlyElementsOf(kept);
        assertThat(AdoptionText.diff(ADOPTION, true))
                .startsWith(
                        "diff --git a/new.txt b/new.txt",
                        "new file mode 100644",
                        "--- /dev/null",
                        "+++ b/new.txt",
                        "@@ -1,0 +1,2 @@",
                        "+1",
                        "+2",
                        "diff --git a/empty.txt b/empty.txt",
                        "new file mode 100644",
                        "diff --git a/.gitignore b/.gitignore")
                .endsWith(kept.toArray(String[]::new));
    }
}
