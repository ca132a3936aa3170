package io.github.pythonenv.runtime;

/**
 * Which runtime is asked for.
 *
 * @param python which versions will do
 * @param source from where
 * @param mirrors where else the bytes are to be had
 * @param newest whether to pass over what the store has, and to forget which hosts did not answer ({@code mvn -U})
 * @param offline whether nothing may be fetched ({@code mvn -o})
 */
public record RuntimeRequest(
        VersionRequest python, SourceRequest source, Mirrors mirrors, boolean newest, boolean offline) {

    /** Any source, nothing special. */
    public static RuntimeRequest of(VersionRequest python) {
        return new RuntimeRequest(python, new SourceRequest.Auto(), Mirrors.NONE, false, false);
    }

    /** The same from another source. */
    public RuntimeRequest from(SourceRequest other) {
        return new RuntimeRequest(python, other, mirrors, newest, offline);
    }

    /** The same for other versions. */
    public RuntimeRequest asking(VersionRequest other) {
        return new RuntimeRequest(other, source, mirrors, newest, offline);
    }

    /** Whether a runtime, as far as it says itself, will do. */
    public boolean accepts(Runtime runtime) {
        // A mirror's runtimes may once have been archives of somebody's own.
        boolean mirrored =
                source instanceof SourceRequest.Auto && mirrors.groupId().isPresent();
        return python.accepts(runtime.version()) && (source.serves(runtime) || mirrored);
    }
}
