package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A project in a folder of its own.
 *
 * @param folder where its POM is
 */
public record MavenProject(Path folder) {

    /** A file or folder of it, there or not. */
    public Path file(String relative) {
        return folder.resolve(relative);
    }

    /** The text of a file. */
    public String read(String relative) {
        try {
            return Files.readString(file(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a file, or adds it. */
    public MavenProject write(String relative, String text) {
        try {
            Path file = file(relative);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Takes a file away. */
    public MavenProject delete(String relative) {
        try {
            Files.delete(file(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Its environment, there or not. */
    public Venv venv() {
        return new Venv(file(".venv"));
    }

    /** A Maven for it, on the shared machine. */
    public MavenRun maven(Maven version) {
        return MavenRun.of(this, version);
    }

    /** The usual Maven for it. */
    public MavenRun maven() {
        return maven(Maven.USUAL);
    }
}
