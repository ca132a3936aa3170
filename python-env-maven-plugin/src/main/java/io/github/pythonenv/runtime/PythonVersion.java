package io.github.pythonenv.runtime;

/** The version of a final CPython release, such as 3.14.3. */
public record PythonVersion(int major, int minor, int patch) implements Comparable<PythonVersion> {
    // On the path of builds that have nothing to do: no regular expressions and no lambdas here, since in a fresh JVM
    // making these takes longer than the work.

    /**
     * Reads a full version out of our own data; what a person wrote is read by {@link VersionRequest#parse}.
     *
     * @throws IllegalArgumentException if the text is not three numbers with dots between them
     */
    public static PythonVersion parse(String text) {
        String[] numbers = text.split("\\.", -1);
        if (numbers.length != 3) {
            throw malformed(text);
        }
        return new PythonVersion(number(numbers[0], text), number(numbers[1], text), number(numbers[2], text));
    }

    private static int number(String digits, String text) {
        for (int at = 0; at < digits.length(); at++) {
            if (digits.charAt(at) < '0' || digits.charAt(at) > '9') {
                throw malformed(text);
            }
        }
        if (digits.isEmpty() || digits.length() > 4) {
            throw malformed(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException("not a full Python version: " + text);
    }

    /** The feature series, such as {@code 3.14}: what names folders and files inside an installation. */
    public String series() {
        return major + "." + minor;
    }

    @Override
    public int compareTo(PythonVersion other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        return minor != other.minor ? Integer.compare(minor, other.minor) : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
