package io.github.pythonenv.runtime;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a final CPython release, such as 3.14.3. */
public record PythonVersion(int major, int minor, int patch) implements Comparable<PythonVersion> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");
    private static final Comparator<PythonVersion> ORDER = Comparator.comparingInt(PythonVersion::major)
            .thenComparingInt(PythonVersion::minor)
            .thenComparingInt(PythonVersion::patch);

    /**
     * Reads a full version out of our own data; what a person wrote is read by {@link VersionRequest#parse}.
     *
     * @throws IllegalArgumentException if the text is not three numbers with dots between them
     */
    public static PythonVersion parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a full Python version: " + text);
        }
        return new PythonVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)));
    }

    /** The feature series, such as {@code 3.14}: what names folders and files inside an installation. */
    public String series() {
        return major + "." + minor;
    }

    @Override
    public int compareTo(PythonVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
