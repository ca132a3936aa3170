package io.github.pythonenv.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which versions of a package will do, such as {@code >=2,!=2.1.*,<3}. Source: "Version specifiers" of the Python
 * packaging specifications (PEP 440). A pre-release that is installed is judged as any other version.
 *
 * @param clauses all of which have to hold
 */
public record VersionSpecifiers(List<Clause> clauses) {

    private static final Pattern CLAUSE =
            Pattern.compile("\\s*(?<operator>===|~=|==|!=|<=|>=|<|>)\\s*(?<version>[^\\s]+)\\s*");

    public VersionSpecifiers {
        clauses = List.copyOf(clauses);
    }

    /** One comparison. */
    record Clause(String operator, String version) {

        boolean accepts(String candidate) {
            if (operator.equals("===")) {
                return candidate.equalsIgnoreCase(version);
            }
            boolean prefix = version.endsWith(".*");
            Optional<PackageVersion> bound =
                    PackageVersion.parse(prefix ? version.substring(0, version.length() - 2) : version);
            Optional<PackageVersion> found = PackageVersion.parse(candidate);
            // What is in no such notation cannot be compared, and is nobody's fault here.
            return bound.isEmpty() || found.isEmpty() || holds(found.get(), bound.get(), prefix);
        }

        private boolean holds(PackageVersion found, PackageVersion bound, boolean prefix) {
            int order = found.compareTo(bound);
            return switch (operator) {
                case "==" -> prefix ? found.within(bound) : equal(found, bound);
                case "!=" -> prefix ? !found.within(bound) : !equal(found, bound);
                case "<=" -> order <= 0;
                case ">=" -> order >= 0;
                // 2.0rc1 is before 2.0, and not what <2.0 means.
                case "<" -> order < 0 && (bound.preRelease() || !(found.preRelease() && found.sameRelease(bound)));
                // 2.0.post1 is after 2.0, and not what >2.0 means.
                case ">" -> order > 0 && (bound.postRelease() || !(found.postRelease() && found.sameRelease(bound)));
                default -> order >= 0 && found.within(series(bound));
            };
        }

        /** A local label counts only where one is asked for: 2.5.0+cpu is 2.5.0. */
        private static boolean equal(PackageVersion found, PackageVersion bound) {
            return found.compareTo(bound) == 0
                    && (bound.local().isEmpty() || found.local().equals(bound.local()));
        }

        /** What {@code ~=2.2.1} has in common: 2.2. */
        private static PackageVersion series(PackageVersion bound) {
            String epoch = bound.text().contains("!") ? bound.text().split("!", 2)[0] + "!" : "";
            String numbers = String.join(
                    ".",
                    bound.release().subList(0, Math.max(1, bound.release().size() - 1)).stream()
                            .map(String::valueOf)
                            .toList());
            return PackageVersion.parse(epoch + numbers).orElse(bound);
        }
    }

    /** Reads them; a URL in their place ({@code @ https://…}) and what is in no such notation set no bound. */
    public static VersionSpecifiers parse(String text) {
        List<Clause> clauses = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher clause = CLAUSE.matcher(part);
            if (clause.matches()) {
                clauses.add(new Clause(clause.group("operator"), clause.group("version")));
            }
        }
        return new VersionSpecifiers(clauses);
    }

    /** Whether a version will do. */
    public boolean accepts(String version) {
        return clauses.stream().allMatch(clause -> clause.accepts(version));
    }
}
