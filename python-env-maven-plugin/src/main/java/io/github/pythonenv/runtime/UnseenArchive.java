package io.github.pythonenv.runtime;

/**
 * An archive of which nobody knows what is in it before it is unpacked.
 *
 * @param source whose it is
 * @param origin where its bytes are
 * @param sha256 what they must be, 64 lower-case hexadecimal digits
 * @param platform the id of the platform that it is said to be for
 */
public record UnseenArchive(Source source, Origin origin, String sha256, String platform) implements Candidate {
    @Override
    public String title() {
        return "the CPython in " + origin;
    }
}
