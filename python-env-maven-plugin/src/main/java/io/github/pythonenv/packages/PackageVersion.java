package io.github.pythonenv.packages;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The version of a package. Source: "Version specifiers" of the Python packaging specifications (PEP 440).
 *
 * @param text as it was written
 * @param release the numbers between the dots
 * @param key what it is ordered by: numbers, each later one counting only where all before are the same
 */
record PackageVersion(String text, List<BigInteger> release, List<BigInteger> key)
        implements Comparable<PackageVersion> {

    private static final Pattern VERSION = Pattern.compile("v?(?:(?<epoch>\\d+)!)?(?<release>\\d+(?:\\.\\d+)*)"
            + "(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preN>\\d*))?"
            + "(?:-(?<bare>\\d+)|[-_.]?(?<post>post|rev|r)[-_.]?(?<postN>\\d*))?"
            + "(?:[-_.]?(?<dev>dev)[-_.]?(?<devN>\\d*))?(?:\\+[a-z0-9._-]+)?");

    /** So many numbers of a release count; no version has more. */
    private static final int NUMBERS = 12;

    private static final BigInteger NONE = BigInteger.valueOf(Long.MAX_VALUE);

    /** Nothing where the text is no such version. */
    static Optional<PackageVersion> parse(String text) {
        Matcher said = VERSION.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!said.matches()) {
            return Optional.empty();
        }
        List<BigInteger> release = Stream.of(said.group("release").split("\\."))
                .map(BigInteger::new)
                .toList();
        List<BigInteger> key = new ArrayList<>(List.of(number(said.group("epoch"))));
        for (int i = 0; i < NUMBERS; i++) {
            key.add(i < release.size() ? release.get(i) : BigInteger.ZERO);
        }
        boolean pre = said.group("pre") != null;
        boolean post = said.group("bare") != null || said.group("post") != null;
        boolean dev = said.group("dev") != null;
        // 1.0.dev1 < 1.0a1 < 1.0 < 1.0.post1
        key.add(BigInteger.valueOf(pre ? phase(said.group("pre")) : dev && !post ? 0 : 4));
        key.add(number(said.group("preN")));
        key.add(BigInteger.valueOf(post ? 1 : 0));
        key.add(number(said.group("bare") != null ? said.group("bare") : said.group("postN")));
        key.add(dev ? number(said.group("devN")) : NONE);
        return Optional.of(new PackageVersion(text.strip(), release, key));
    }

    /** Whether it is an alpha, a beta, a release candidate or a development release. */
    boolean preRelease() {
        return key.get(NUMBERS + 1).compareTo(BigInteger.valueOf(4)) < 0
                || !key.get(NUMBERS + 5).equals(NONE);
    }

    /** Whether it is a post-release. */
    boolean postRelease() {
        return key.get(NUMBERS + 3).signum() > 0;
    }

    /** Whether epoch and release numbers are those of another version. */
    boolean sameRelease(PackageVersion other) {
        return key.subList(0, NUMBERS + 1).equals(other.key.subList(0, NUMBERS + 1));
    }

    /** Whether the epoch is that of another version and the release begins with that one's numbers. */
    boolean within(PackageVersion prefix) {
        int count = Math.min(prefix.release.size(), NUMBERS) + 1;
        return key.subList(0, count).equals(prefix.key.subList(0, count));
    }

    /** What stands after the plus sign, in the spelling that can be compared; empty without one. */
    String local() {
        int plus = text.indexOf('+');
        return plus < 0 ? "" : text.substring(plus + 1).toLowerCase(Locale.ROOT).replaceAll("[-_]", ".");
    }

    private static int phase(String word) {
        return switch (word.charAt(0)) {
            case 'a' -> 1;
            case 'b' -> 2;
            default -> 3;
        };
    }

    private static BigInteger number(@Nullable String digits) {
        return digits == null || digits.isEmpty() ? BigInteger.ZERO : new BigInteger(digits);
    }

    @Override
    public int compareTo(PackageVersion other) {
        for (int i = 0; i < key.size(); i++) {
            int order = key.get(i).compareTo(other.key.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
