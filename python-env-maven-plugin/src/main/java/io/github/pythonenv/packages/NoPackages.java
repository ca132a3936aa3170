package io.github.pythonenv.packages;

import java.nio.file.Path;
import java.util.List;

/** Nothing: the environment is a bare interpreter. */
public record NoPackages() implements PackageInputs {

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
        return "none";
    }

    @Override
    public String summary() {
        return "no packages";
    }
}
