package io.github.pythonenv.scaffold;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A template's files beside those of a project that is there already, none of which is touched.
 *
 * @param folder the project's
 * @param files all of the template's
 */
public record Adoption(Path folder, List<Meeting> files) {

    /**
     * A file of the template, and what is in its place.
     *
     * @param offered the template's
     * @param standing the text that is there; nothing where the place is free
     */
    public record Meeting(ProjectFile offered, Optional<String> standing) {

        /** Whether it is to be written. */
        public boolean isNew() {
            return standing.isEmpty();
        }

        /** Whether what stands there is something else. */
        public boolean differs() {
            return standing.filter(text -> !text.equals(offered.text())).isPresent();
        }
    }

    /**
     * Looks at what is there.
     *
     * @throws UserFailure where it cannot be read
     */
    public static Adoption of(Path folder, Answers answers) {
        List<Meeting> files = new ArrayList<>();
        for (ProjectFile file : ProjectFiles.of(answers)) {
            files.add(new Meeting(file, standing(folder.resolve(file.path()))));
        }
        return new Adoption(folder, files);
    }

    private static Optional<String> standing(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of("");
        }
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UserFailure(
                    file + " cannot be read: " + FileFault.why(e) + ".", "Give this user the right to read it.", e);
        }
    }

    /**
     * Writes those whose place is free.
     *
     * @throws UserFailure where one cannot be written; those before it are there then, and may stay
     */
    public void write() {
        for (Meeting file : files) {
            if (file.isNew()) {
                write(folder.resolve(file.offered().path()), file.offered().text());
            }
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UserFailure(
                    file + " could not be written: " + FileFault.why(e) + ".",
                    "Check the folder's rights and the space on its disk, and call the goal again: it goes on with what"
                            + " is missing.",
                    e);
        }
    }
}
