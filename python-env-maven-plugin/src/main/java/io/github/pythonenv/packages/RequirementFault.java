package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a text is no requirement. Looked for where nothing is installed yet, so that no uv can tell. Source: the grammar in
 * "Dependency specifiers" of the Python packaging specifications (PEP 508, PEP 440).
 *
 * @param requirement the text
 * @param position where it goes wrong, the first character being 1
 * @param why what is expected there
 */
public record RequirementFault(String requirement, int position, String why) {

    private static final Pattern NAME = Pattern.compile("\\s*[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?\\s*");
    private static final Pattern EXTRAS = Pattern.compile("\\[\\s*(?:[A-Za-z0-9][A-Za-z0-9._-]*\\s*,?\\s*)*]\\s*");
    private static final Pattern URL = Pattern.compile("@\\s*[A-Za-z][A-Za-z0-9+.-]*:\\S+\\s*");
    private static final Pattern OPERATOR = Pattern.compile("\\s*(===|~=|==|!=|<=|>=|<|>)\\s*");
    private static final Pattern VERSION = Pattern.compile("[^\\s,;()]+");

    /** Nothing where it is one. */
    public static Optional<RequirementFault> of(String requirement) {
        Reading reading = new Reading(requirement);
        return reading.why().map(why -> new RequirementFault(requirement, reading.at + 1, why));
    }

    /** For the one who wrote it. */
    public UserFailure failure() {
        return new UserFailure(
                "'" + requirement + "' is no requirement: at character " + position + ", " + why + ".",
                "Write a name, and what is wanted of it: rich, rich>=13,<15, rich[jupyter]==14.0.0, or rich; sys_platform =="
                        + " 'win32'.");
    }

    /** Goes through the text from its beginning. */
    private static final class Reading {
        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        Optional<String> why() {
            if (!take(NAME)) {
                return Optional.of("the name of a package has to stand (letters, digits, '-', '_' and '.')");
            }
            if (sees('[') && !take(EXTRAS)) {
                return Optional.of("names of extras have to stand between [ and ], with commas between");
            }
            if (sees('@')) {
                return take(URL) ? rest() : Optional.of("an address has to stand behind @");
            }
            boolean wrapped = sees('(');
            at += wrapped ? 1 : 0;
            if (!ends() && !sees(';')) {
                Optional<String> versions = versions();
                if (versions.isPresent()) {
                    return versions;
                }
            }
            if (wrapped && !sees(')')) {
                return Optional.of("the parenthesis is not closed");
            }
            at += wrapped ? 1 : 0;
            return rest();
        }

        private Optional<String> versions() {
            while (true) {
                int start = at;
                if (!take(OPERATOR)) {
                    return Optional.of("a comparison has to stand, such as == or >=");
                }
                String operator = text.substring(start, at).strip();
                int version = at;
                if (!take(VERSION)) {
                    return Optional.of("a version has to stand behind " + operator);
                }
                if (!suits(operator, text.substring(version, at))) {
                    at = version;
                    return Optional.of("a version has to stand that " + operator + " can be asked of, such as 1.4.2");
                }
                skipSpace();
                if (!sees(',')) {
                    return Optional.empty();
                }
                at++;
            }
        }

        private static boolean suits(String operator, String version) {
            if (operator.equals("===")) {
                return true;
            }
            boolean prefix = version.endsWith(".*");
            boolean mayBePrefix = operator.equals("==") || operator.equals("!=");
            return PackageVersion.parse(prefix ? version.substring(0, version.length() - 2) : version)
                    .filter(read -> !prefix || mayBePrefix)
                    .filter(read -> !operator.equals("~=") || read.release().size() > 1)
                    .isPresent();
        }

        /** The marker, if any. */
        private Optional<String> rest() {
            skipSpace();
            if (ends()) {
                return Optional.empty();
            }
            if (!sees(';')) {
                return Optional.of("the end or a ';' has to stand");
            }
            at++;
            return MarkerParser.reads(text.substring(at))
                    ? Optional.empty()
                    : Optional.of("a condition has to stand behind ';', such as sys_platform == 'win32'");
        }

        private boolean take(Pattern pattern) {
            Matcher matcher = pattern.matcher(text).region(at, text.length());
            boolean there = matcher.lookingAt();
            at = there ? matcher.end() : at;
            return there;
        }

        private void skipSpace() {
            while (!ends() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean sees(char sign) {
            return !ends() && text.charAt(at) == sign;
        }

        private boolean ends() {
            return at >= text.length();
        }
    }
}
