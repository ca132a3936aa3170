package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A named set of packages.
 *
 * @param name what it is asked for by: small letters, digits and hyphens
 * @param description one sentence for a person
 * @param includes the names of profiles whose packages are in it, too
 * @param requirements requirements in the notation of PEP 508
 * @param accelerator which wheels of PyTorch it is meant for, as the setting {@code accelerator} says it; empty for none
 * @param limits where it cannot be installed
 */
public record Profile(
        String name,
        String description,
        List<String> includes,
        List<String> requirements,
        Optional<String> accelerator,
        List<Limit> limits) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * Where a profile cannot be installed.
     *
     * @param platforms ids of platforms, such as {@code windows-aarch64}
     * @param reason a sentence for a person
     */
    public record Limit(List<String> platforms, String reason) {
        public Limit {
            platforms = List.copyOf(platforms);
        }
    }

    public Profile {
        if (!NAME.matcher(name).matches()) {
            throw new UserFailure(
                    "A profile cannot be called '" + name + "'.",
                    "Take small letters and digits, with hyphens between.");
        }
        includes = List.copyOf(includes);
        requirements = List.copyOf(requirements);
        limits = List.copyOf(limits);
    }

    /** Why it cannot be installed on a platform, if so. */
    public Optional<String> limitOn(String platform) {
        return limits.stream()
                .filter(limit -> limit.platforms().contains(platform))
                .map(Limit::reason)
                .findFirst();
    }
}
