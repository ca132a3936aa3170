package io.github.pythonenv.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * An environment as whoever uses it sees it.
 *
 * @param folder its root
 */
public record Venv(Path folder) {

    private static final boolean WINDOWS = File.separatorChar == '\\';

    /** A program of it, there or not. */
    public Path program(String name) {
        return WINDOWS
                ? folder.resolve("Scripts").resolve(name + ".exe")
                : folder.resolve("bin").resolve(name);
    }

    /** What its Python prints for that code, without the last line end; fails the test if it fails. */
    public String python(String code) {
        return run("python", "-I", "-c", code);
    }

    /** What a program of it prints, standard error too; fails the test if it fails. */
    public String run(String program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program(program).toString()));
        command.addAll(List.of(arguments));
        return Programs.run(folder.getParent(), command);
    }

    /** The version of a package in it. */
    public String version(String distribution) {
        return python("import importlib.metadata as m; print(m.version('" + distribution + "'))");
    }

    /** Says which generation stands there: another one has another key, the same one never. */
    public Object identity() {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(folder, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.fileKey() + " " + attributes.creationTime();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
