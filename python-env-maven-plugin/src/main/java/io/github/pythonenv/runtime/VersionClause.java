package io.github.pythonenv.runtime;

import java.util.List;

/**
 * One condition of a version request, such as {@code >=3.12}, with the meaning PEP 440 gives it for final releases.
 *
 * @param release one to three numbers; missing ones count as zero where versions are compared
 */
record VersionClause(Operator operator, List<Integer> release) {

    enum Operator {
        AT_LEAST {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return version.compareTo(padded(release)) >= 0;
            }
        },
        ABOVE {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return version.compareTo(padded(release)) > 0;
            }
        },
        AT_MOST {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return version.compareTo(padded(release)) <= 0;
            }
        },
        BELOW {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return version.compareTo(padded(release)) < 0;
            }
        },
        EQUAL {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return version.equals(padded(release));
            }
        },
        DIFFERENT {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return !version.equals(padded(release));
            }
        },
        /** {@code ~=3.13.2}: at least 3.13.2 and still 3.13. */
        COMPATIBLE {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return AT_LEAST.accepts(version, release)
                        && WITHIN.accepts(version, release.subList(0, release.size() - 1));
            }
        },
        /** {@code 3.14} and {@code ==3.14.*}. */
        WITHIN {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return numbers(version).subList(0, release.size()).equals(release);
            }
        },
        /** {@code !=3.14.*}. */
        OUTSIDE {
            @Override
            boolean accepts(PythonVersion version, List<Integer> release) {
                return !WITHIN.accepts(version, release);
            }
        };

        abstract boolean accepts(PythonVersion version, List<Integer> release);
    }

    boolean accepts(PythonVersion version) {
        return operator.accepts(version, release);
    }

    private static List<Integer> numbers(PythonVersion version) {
        return List.of(version.major(), version.minor(), version.patch());
    }

    private static PythonVersion padded(List<Integer> release) {
        return new PythonVersion(
                release.get(0), release.size() > 1 ? release.get(1) : 0, release.size() > 2 ? release.get(2) : 0);
    }
}
