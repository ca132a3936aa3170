package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.VersionClause.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which Python is asked for: {@code 3}, {@code 3.14}, {@code 3.14.3}, or conditions as in {@code requires-python},
 * such as {@code >=3.12,<3.14}. The meaning of conditions is that of PEP 440 for final releases: {@code ==3.12} is
 * 3.12.0, {@code ==3.12.*} any 3.12. A bare {@code 3.12} is any 3.12.
 */
public final class VersionRequest {
    private static final Pattern CLAUSE =
            Pattern.compile("(>=|<=|==|!=|~=|>|<|)\\s*(\\d{1,4}(?:\\.\\d{1,4}){0,2})(\\.\\*)?");

    /** Looked for only in what is malformed. */
    private static final String OTHERS = "(pypy|graalpy|pyodide|jython|micropython|anaconda|miniconda).*";

    private final String text;
    private final List<VersionClause> clauses;

    private VersionRequest(String text, List<VersionClause> clauses) {
        this.text = text;
        this.clauses = clauses;
    }

    /** Any version at all: what holds when nothing is asked for. */
    public static VersionRequest any() {
        return parse("3");
    }

    /**
     * Reads what a person wrote.
     *
     * @throws UserFailure if the text has none of the allowed forms
     */
    public static VersionRequest parse(String text) {
        String trimmed = text.strip();
        List<VersionClause> clauses = new ArrayList<>();
        // Packaging tools accept a comma at the end; "no condition at all" is no request.
        for (String part : trimmed.split(",", -1)) {
            if (!part.isBlank()) {
                clauses.add(clause(part.strip(), trimmed));
            }
        }
        if (clauses.isEmpty()) {
            throw malformed(trimmed, "it is empty");
        }
        return new VersionRequest(trimmed, List.copyOf(clauses));
    }

    private static VersionClause clause(String part, String whole) {
        Matcher matcher = CLAUSE.matcher(part);
        if (!matcher.matches()) {
            throw malformed(
                    whole,
                    part.toLowerCase(Locale.ROOT).matches(OTHERS)
                            ? "only CPython can be provided"
                            : (part.equals(whole) ? "it" : "'" + part + "'")
                                    + " is neither a version nor a condition on one");
        }
        Operator operator = operator(matcher.group(1));
        List<Integer> release = new ArrayList<>();
        for (String number : matcher.group(2).split("\\.", -1)) {
            release.add(Integer.valueOf(number));
        }
        if (matcher.group(3) != null) {
            operator = wildcard(operator, part, whole);
        }
        if (operator == Operator.COMPATIBLE && release.size() < 2) {
            throw malformed(whole, "'" + part + "': ~= wants two numbers at least");
        }
        return new VersionClause(operator, release);
    }

    private static Operator operator(String sign) {
        return switch (sign) {
            case ">=" -> Operator.AT_LEAST;
            case ">" -> Operator.ABOVE;
            case "<=" -> Operator.AT_MOST;
            case "<" -> Operator.BELOW;
            case "==" -> Operator.EQUAL;
            case "!=" -> Operator.DIFFERENT;
            case "~=" -> Operator.COMPATIBLE;
            default -> Operator.WITHIN;
        };
    }

    private static Operator wildcard(Operator operator, String part, String whole) {
        return switch (operator) {
            case EQUAL, WITHIN -> Operator.WITHIN;
            case DIFFERENT -> Operator.OUTSIDE;
            default -> throw malformed(whole, "'" + part + "': .* goes with == and != only");
        };
    }

    private static UserFailure malformed(String text, String why) {
        return new UserFailure(
                "'" + text + "' is no version of Python that can be asked for: " + why + ".",
                "Write 3, 3.14 or 3.14.3, or conditions with commas between them: >=3.12, >3.12, <=3.14.3, <3.14,"
                        + " ==3.14.3, ==3.12.*, !=3.13.*, ~=3.13 (for instance '>=3.12,<3.14').");
    }

    /** Whether this version is one of those asked for. */
    public boolean accepts(PythonVersion version) {
        for (VersionClause clause : clauses) {
            if (!clause.accepts(version)) {
                return false;
            }
        }
        return true;
    }

    /** What was written, without blanks around it. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VersionRequest request && clauses.equals(request.clauses);
    }

    @Override
    public int hashCode() {
        return clauses.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
