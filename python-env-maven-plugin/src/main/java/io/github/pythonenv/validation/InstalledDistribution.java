package io.github.pythonenv.validation;

import java.util.List;

/**
 * A package that is installed in an environment.
 *
 * @param name normalized as the Python packaging specifications say: lower case, with dashes
 * @param version as its metadata says
 * @param summary its own one-line description; may be empty
 * @param direct whether somebody asked for it by name; otherwise it is there because another one requires it
 * @param bytes the size of its files
 * @param files how many files it has
 * @param requires what it requires here: markers are evaluated, extras are those that were asked for
 */
public record InstalledDistribution(
        String name,
        String version,
        String summary,
        boolean direct,
        long bytes,
        int files,
        List<RequiredDistribution> requires) {

    public InstalledDistribution {
        requires = List.copyOf(requires);
    }
}
