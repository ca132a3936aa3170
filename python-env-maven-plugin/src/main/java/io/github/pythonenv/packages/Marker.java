package io.github.pythonenv.packages;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An environment marker, such as {@code python_version < "3.11" and extra == "toml"}. Source: "Dependency specifiers" of
 * the Python packaging specifications.
 */
sealed interface Marker {

    /**
     * Whether it is true.
     *
     * @param extras those that are asked for, normalized; none of them where the set is empty
     */
    boolean holds(MarkerEnvironment environment, Set<String> extras);

    /** Whether any of its comparisons asks for that extra. */
    boolean mentions(String extra);

    /** What a requirement without a marker has. */
    record Always() implements Marker {
        @Override
        public boolean holds(MarkerEnvironment environment, Set<String> extras) {
            return true;
        }

        @Override
        public boolean mentions(String extra) {
            return false;
        }
    }

    /** All of them hold. */
    record All(List<Marker> parts) implements Marker {
        @Override
        public boolean holds(MarkerEnvironment environment, Set<String> extras) {
            return parts.stream().allMatch(part -> part.holds(environment, extras));
        }

        @Override
        public boolean mentions(String extra) {
            return parts.stream().anyMatch(part -> part.mentions(extra));
        }
    }

    /** One of them holds. */
    record Any(List<Marker> parts) implements Marker {
        @Override
        public boolean holds(MarkerEnvironment environment, Set<String> extras) {
            return parts.stream().anyMatch(part -> part.holds(environment, extras));
        }

        @Override
        public boolean mentions(String extra) {
            return parts.stream().anyMatch(part -> part.mentions(extra));
        }
    }

    /** Two values and what is said of them. */
    record Comparison(Value left, String operator, Value right) implements Marker {

        /** What can be compared as a version. */
        private static final Pattern VERSION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})*(?:\\.\\*)?");

        private static final Pattern DOT = Pattern.compile("\\.");

        @Override
        public boolean holds(MarkerEnvironment environment, Set<String> extras) {
            Optional<String> extra = extra();
            if (extra.isPresent()) {
                return extras.contains(extra.get()) != operator.equals("!=");
            }
            String one = left.in(environment);
            String other = right.in(environment);
            return switch (operator) {
                case "in" -> other.contains(one);
                case "not in" -> !other.contains(one);
                case "===" -> one.equals(other);
                default -> {
                    boolean comparable = VERSION.matcher(one).matches()
                            && VERSION.matcher(other).matches();
                    yield comparable ? versions(one, other) : ordered(one.compareTo(other));
                }
            };
        }

        @Override
        public boolean mentions(String extra) {
            return extra().filter(extra::equals).isPresent();
        }

        /** The extra that it asks for, where it asks for one. */
        private Optional<String> extra() {
            if (left.isExtra()) {
                return Optional.of(PackageName.normal(right.text()));
            }
            return right.isExtra() ? Optional.of(PackageName.normal(left.text())) : Optional.empty();
        }

        private boolean versions(String one, String other) {
            if (other.endsWith(".*")) {
                boolean same = (one + ".").startsWith(other.substring(0, other.length() - 1));
                return same != operator.equals("!=");
            }
            if (operator.equals("~=")) {
                String series = other.substring(0, Math.max(0, other.lastIndexOf('.') + 1));
                return compare(one, other) >= 0 && (one + ".").startsWith(series);
            }
            return ordered(compare(one, other));
        }

        private boolean ordered(int order) {
            return switch (operator) {
                case "==" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> false;
            };
        }

        private static int compare(String one, String other) {
            List<Long> ones = numbers(one);
            List<Long> others = numbers(other);
            for (int at = 0; at < Math.max(ones.size(), others.size()); at++) {
                long a = at < ones.size() ? ones.get(at) : 0;
                long b = at < others.size() ? others.get(at) : 0;
                if (a != b) {
                    return Long.compare(a, b);
                }
            }
            return 0;
        }

        private static List<Long> numbers(String version) {
            return DOT.splitAsStream(version).map(Long::valueOf).toList();
        }
    }

    /**
     * One side of a comparison.
     *
     * @param text a variable's name, or a text
     * @param variable which of them it is
     */
    record Value(String text, boolean variable) {

        boolean isExtra() {
            return variable && text.equals("extra");
        }

        /** What is not known, is nothing. */
        String in(MarkerEnvironment environment) {
            return variable ? environment.values().getOrDefault(text, "") : text;
        }
    }
}
