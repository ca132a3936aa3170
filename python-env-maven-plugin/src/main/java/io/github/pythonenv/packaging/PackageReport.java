package io.github.pythonenv.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What was packed.
 *
 * @param file the archive
 * @param sha256 its digest
 * @param bytes its size
 * @param entries how many files and links are in it
 * @param parts the bytes of its files before packing, by what they are
 * @param leftOut the bytes of files that were left out, by what they are
 * @param traces files in it that name folders of this machine, by their names in the tree
 */
public record PackageReport(
        Path file,
        String sha256,
        long bytes,
        int entries,
        Map<Part, Long> parts,
        Map<String, Long> leftOut,
        List<String> traces)
        implements PackageOutcome {}
