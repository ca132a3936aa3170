package io.github.pythonenv.packages;

import io.github.pythonenv.NearName;
import io.github.pythonenv.UserFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * What may get another version when a lock is made anew; everything else keeps the one that it has where that still
 * will do.
 *
 * @param all whether everything may
 * @param packages names of packages that may
 */
public record Upgrades(boolean all, List<String> packages) {

    /** As little as possible changes. */
    public static final Upgrades NONE = new Upgrades(false, List.of());

    /** @throws UserFailure where what is named is no package */
    public Upgrades {
        packages = packages.stream().map(String::strip).toList();
        packages.stream()
                .filter(name -> RequirementFault.of(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw new UserFailure(
                            "upgradePackage names '" + name + "', which is no name of a package.",
                            "Name packages of the lock, with commas between: -Dpython-env.upgradePackage=requests,rich;"
                                    + " -Dpython-env.upgrade upgrades all.");
                });
    }

    /** What to say of those that a lock has not: neither before it was made anew, nor since. */
    List<String> unknown(LockContents before, LockContents now) {
        return packages.stream()
                .flatMap(name -> Requirement.parse(name).map(Requirement::name).stream())
                .filter(name -> !now.has(name) && !before.has(name))
                .map(name -> (name + " was to be upgraded, and nothing in the lock is called so. "
                                + NearName.question(name, now.names()))
                        .strip())
                .toList();
    }

    /** What uv is told; the same for {@code uv lock} and {@code uv pip compile}. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(all ? List.of("--upgrade") : List.of());
        packages.forEach(name -> arguments.addAll(List.of("--upgrade-package", name)));
        return arguments;
    }
}
