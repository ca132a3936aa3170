package io.github.pythonenv.runtime;

import java.io.IOException;

/** Makes one thing right in an unpacked installation. Doing it again changes nothing. */
@FunctionalInterface
interface LayoutFix {
    void apply(InstallationTree tree) throws IOException;
}
