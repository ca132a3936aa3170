package io.github.pythonenv.packaging;

import java.nio.file.Path;

/** What became of an archive that was asked for. */
public sealed interface PackageOutcome permits PackageReport, PackageOutcome.UpToDate {

    /** The archive. */
    Path file();

    /** Its digest. */
    String sha256();

    /** It was there, and is what it would be made anew. */
    record UpToDate(Path file, String sha256) implements PackageOutcome {}
}
