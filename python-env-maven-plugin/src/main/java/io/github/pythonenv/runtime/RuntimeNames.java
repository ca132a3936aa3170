package io.github.pythonenv.runtime;

import io.github.pythonenv.archive.Digests;
import java.nio.charset.StandardCharsets;

/** How installations are called in the store. */
final class RuntimeNames {
    private RuntimeNames() {}

    /**
     * For example {@code cpython-3.14.3-linux-x86_64-maven-0123456789ab}: the digits are of all that the tree is made
     * from, the archive and the repairs, so that a plugin that repairs otherwise makes another one. An archive that
     * nobody has looked into has no version in its name: {@code archive-0123456789ab}.
     */
    static String of(Candidate candidate) {
        String digits = Digests.sha256((candidate.sha256() + "\n" + Layout.REVISION).getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
        String known = candidate instanceof Distribution distribution
                ? "cpython-" + distribution.version() + "-" + distribution.platform() + "-"
                : "";
        return known + candidate.source().word() + "-" + digits;
    }
}
