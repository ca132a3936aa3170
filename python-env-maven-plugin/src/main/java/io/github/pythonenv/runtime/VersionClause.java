package io.github.pythonenv.runtime;

import java.util.List;

/**
 * One condition of a version request, such as {@code >=3.12}, with the meaning PEP 440 gives it for final releases.
 *
 * @param release one to three numbers; missing ones count as zero where versions are compared
 */
record VersionClause(Operator operator, List<Integer> release) {

    enum Operator {
        AT_LEAST,
        ABOVE,
        AT_MOST,
        BELOW,
        EQUAL,
        DIFFERENT,
        /** {@code ~=3.13.2}: at least 3.13.2 and still 3.13. */
        COMPATIBLE,
        /** {@code 3.14} and {@code ==3.14.*}. */
        WITHIN,
        /** {@code !=3.14.*}. */
        OUTSIDE
    }

    boolean accepts(PythonVersion version) {
        int order = version.compareTo(padded());
        return switch (operator) {
            case AT_LEAST -> order >= 0;
            case ABOVE -> order > 0;
            case AT_MOST -> order <= 0;
            case BELOW -> order < 0;
            case EQUAL -> order == 0;
            case DIFFERENT -> order != 0;
            case COMPATIBLE -> order >= 0 && startsWith(version, release.size() - 1);
            case WITHIN -> startsWith(version, release.size());
            case OUTSIDE -> !startsWith(version, release.size());
        };
    }

    /** Whether the first so many numbers of the version are those of this clause. */
    private boolean startsWith(PythonVersion version, int count) {
        List<Integer> numbers = List.of(version.major(), version.minor(), version.patch());
        return numbers.subList(0, count).equals(release.subList(0, count));
    }

    private PythonVersion padded() {
        return new PythonVersion(
                release.get(0), release.size() > 1 ? release.get(1) : 0, release.size() > 2 ? release.get(2) : 0);
    }
}
