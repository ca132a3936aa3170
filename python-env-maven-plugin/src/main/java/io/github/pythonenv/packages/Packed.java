package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.List;

/**
 * All that is in an environment that was packed elsewhere; it comes with the interpreter, which says by its digest which
 * one it is.
 *
 * @param archive its coordinates or file, as a person named it
 */
public record Packed(String archive) implements PackageInputs {

    @Override
    public List<Path> inputFiles() {
        return List.of();
    }

    @Override
    public List<Path> sourceTrees() {
        return List.of();
    }

    @Override
    public boolean locked() {
        return true;
    }

    @Override
    public String describe() {
        return "packed " + archive;
    }

    @Override
    public String summary() {
        return "the packed environment " + archive;
    }
}
