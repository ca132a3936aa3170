package io.github.pythonenv.runtime;

import io.github.pythonenv.archive.Digests;
import java.nio.charset.StandardCharsets;

/** How installations are called in the store. */
final class RuntimeNames {
    private RuntimeNames() {}

    /**
     * For example {@code cpython-3.14.3-linux-x86_64-maven-0123456789ab}: the digits are of all that the tree is made
     * from, the archive and the repairs, so that a plugin that repairs otherwise makes another one.
     */
    static String of(Distribution distribution) {
        String inputs = distribution.sha256() + "\n" + Layout.REVISION;
        return "cpython-" + distribution.version() + "-" + distribution.platform() + "-"
                + distribution.source().word() + "-"
                + Digests.sha256(inputs.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
}
