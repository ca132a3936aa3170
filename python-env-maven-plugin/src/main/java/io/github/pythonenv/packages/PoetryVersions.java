package io.github.pythonenv.packages;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Versions as Poetry lets people write them: those of PEP 440, and {@code ^1.2}, {@code ~1.2}, {@code 1.*} and
 * alternatives. Source: Poetry's documentation, "Dependency specification".
 *
 * @param alternatives one of these lists of bounds has to hold as a whole; an empty list holds for all versions
 */
record PoetryVersions(List<List<Bound>> alternatives) {

    private static final Pattern CLAUSE =
            Pattern.compile("(?<operator>\\^|~=|~|===?|!=|>=|<=|>|<)?\\s*v?(?<version>[0-9][^\\s,|]*)");

    /**
     * One bound.
     *
     * @param operator of PEP 440: {@code >=}, {@code <}, {@code <=}, {@code >}, {@code ==} or {@code !=}
     * @param version may end in {@code .*} after the last two
     */
    record Bound(String operator, String version) {

        /** Below three numbers, one version of Python stands for all of its patches. */
        String pythonMarker() {
            boolean series = (operator.equals("==") || operator.equals("!=")) && version.matches("\\d+(\\.\\d+)?");
            return (series ? "python_version " : "python_full_version ") + operator + " '" + version + "'";
        }

        boolean holds(PackageVersion found) {
            if (version.endsWith(".*")) {
                List<BigInteger> prefix = PackageVersion.parse(version.substring(0, version.length() - 2))
                        .map(PackageVersion::release)
                        .orElse(List.of());
                boolean begins = IntStream.range(0, prefix.size())
                        .allMatch(i -> prefix.get(i)
                                .equals(
                                        i < found.release().size()
                                                ? found.release().get(i)
                                                : BigInteger.ZERO));
                return begins == operator.equals("==");
            }
            Optional<PackageVersion> bound = PackageVersion.parse(version);
            if (bound.isEmpty()) {
                return operator.equals("==") == version.equals(found.text());
            }
            int order = found.compareTo(bound.get());
            return switch (operator) {
                case ">=" -> order >= 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case "<" -> order < 0;
                case "!=" -> order != 0;
                default -> order == 0;
            };
        }

        @Override
        public String toString() {
            return operator + version;
        }
    }

    static PoetryVersions parse(String text) {
        List<List<Bound>> alternatives = new ArrayList<>();
        for (String alternative : text.split("\\s*\\|\\|?\\s*", -1)) {
            List<Bound> bounds = new ArrayList<>();
            Matcher clause = CLAUSE.matcher(alternative.replaceAll("[()]", ""));
            while (clause.find()) {
                String operator = Optional.ofNullable(clause.group("operator")).orElse("");
                bounds.addAll(bounds(operator, clause.group("version")));
            }
            alternatives.add(List.copyOf(bounds));
        }
        return new PoetryVersions(List.copyOf(alternatives));
    }

    private static List<Bound> bounds(String operator, String version) {
        List<BigInteger> release =
                PackageVersion.parse(version).map(PackageVersion::release).orElse(List.of());
        return switch (operator) {
            case "^" -> between(version, release, Math.min(firstNumber(release), release.size() - 1));
            case "~" -> between(version, release, Math.min(1, release.size() - 1));
            case "~=" -> between(version, release, release.size() - 2);
            case "", "===" -> List.of(new Bound("==", version));
            default -> List.of(new Bound(operator, version));
        };
    }

    /** The place of the first number that is not zero: it may not change under {@code ^}. */
    private static int firstNumber(List<BigInteger> release) {
        return (int) release.stream()
                .takeWhile(number -> number.equals(BigInteger.ZERO))
                .count();
    }

    /** From that version on, below the one with the next number at that place. */
    private static List<Bound> between(String version, List<BigInteger> release, int place) {
        if (release.isEmpty() || place < 0) {
            return List.of(new Bound(">=", version));
        }
        String next = IntStream.rangeClosed(0, place)
                .mapToObj(i -> (i == place ? release.get(i).add(BigInteger.ONE) : release.get(i)).toString())
                .collect(Collectors.joining("."));
        return List.of(new Bound(">=", version), new Bound("<", next));
    }

    /** Whether that version will do. One that cannot be understood always does: the lock has it for some reason. */
    boolean accepts(String version) {
        Optional<PackageVersion> found = PackageVersion.parse(version);
        return found.isEmpty()
                || alternatives.stream()
                        .anyMatch(bounds -> bounds.stream().allMatch(bound -> bound.holds(found.get())));
    }

    /** As a specifier of PEP 440; nothing where there are alternatives, which that cannot say. */
    Optional<String> specifier() {
        return alternatives.size() == 1
                ? Optional.of(alternatives.get(0).stream().map(Bound::toString).collect(Collectors.joining(",")))
                : Optional.empty();
    }

    /** As a marker on the version of Python; empty where all will do. */
    String pythonMarker() {
        if (alternatives.stream().anyMatch(List::isEmpty)) {
            return "";
        }
        List<String> markers = alternatives.stream()
                .map(bounds -> bounds.stream().map(Bound::pythonMarker).collect(Collectors.joining(" and ")))
                .toList();
        return markers.size() == 1 ? markers.get(0) : "(" + String.join(") or (", markers) + ")";
    }
}
