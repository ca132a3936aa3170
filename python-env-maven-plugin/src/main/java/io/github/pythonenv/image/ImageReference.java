package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What an image is called. Source: the grammar of the package {@code reference} of distribution.
 *
 * @param repository such as {@code app} or {@code registry.example.com/team/app}
 * @param tag such as {@code 1.0}
 */
public record ImageReference(String repository, String tag) {

    private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern REPOSITORY =
            Pattern.compile("(?:[A-Za-z0-9.-]+(?::[0-9]+)?/)?" + PART + "(?:/" + PART + ")*");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final String LATEST = "latest";

    /**
     * Reads a name; without a tag it means {@code latest}.
     *
     * @throws UserFailure where it is no name
     */
    public static ImageReference parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean tagged = colon > text.lastIndexOf('/');
        ImageReference reference = new ImageReference(
                tagged ? text.substring(0, colon) : text, tagged ? text.substring(colon + 1) : LATEST);
        if (!REPOSITORY.matcher(reference.repository).matches()
                || !TAG.matcher(reference.tag).matches()) {
            throw new UserFailure(
                    "'" + text + "' cannot be the name of an image.",
                    "Set image.name in python-env.json (-Dpython-env.image.name) to a name such as team/app:1.0, in"
                            + " lower case.");
        }
        return reference;
    }

    /** The name of a project's image: what no name may have is written as a dash. */
    public static ImageReference of(String project, String version) {
        String name =
                project.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return parse((name.isEmpty() ? "python" : name) + ":"
                + version.replaceAll("[^A-Za-z0-9_.-]", "-").replaceFirst("^[.-]+", ""));
    }

    @Override
    public String toString() {
        return repository + ":" + tag;
    }
}
