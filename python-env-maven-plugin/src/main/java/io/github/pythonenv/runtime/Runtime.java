package io.github.pythonenv.runtime;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An interpreter installation, ready to use.
 *
 * @param version of CPython
 * @param platform the id of the platform that it is built for
 * @param source the word for where it comes from, for example {@code maven}: see {@link Source}
 * @param home the root of the installation
 * @param executable the interpreter
 * @param sha256 the digest of the archive that it was made from; in place, of what tells its interpreter's file from
 *     another
 * @param name the name of its folder in the store; in place, what it is called in lists
 */
@SuppressWarnings("JavaLangClash") // It is the product's own word; who needs the JVM's writes it out.
public record Runtime(
        PythonVersion version, String platform, String source, Path home, Path executable, String sha256, String name) {

    /** Whether it comes from there. */
    public boolean isFrom(Source other) {
        return source.equals(other.word());
    }

    /** Whether it is used where somebody else put it; otherwise it is in the store. */
    public boolean inPlace() {
        return Source.named(source).map(Source::inPlace).orElse(false);
    }

    /**
     * Whether it is there and still what it was when its digest was taken. Cheap: what is in the store is never changed,
     * and of others the interpreter's file is looked at, but not read.
     */
    public boolean stands() {
        return Files.isExecutable(executable)
                && (!inPlace() || InPlaceRuntime.digest(executable, version).equals(sha256));
    }

    /** For a person. */
    @Override
    public String toString() {
        return "CPython " + version;
    }
}
