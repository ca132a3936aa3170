package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.OperatingSystem;
import java.io.IOException;
import java.util.List;

/** All that an unpacked installation needs before it is started for the first time. */
final class Layout {
    /** Part of what names an installation: raise it when a fix changes what it writes. */
    static final int REVISION = 1;

    private static final List<LayoutFix> POSIX = List.of(
            new ForeignFiles(),
            new LauncherLinks(),
            new LibraryLinks(),
            new BundledLibffi(),
            new RelocatableScripts(),
            new BuildPaths(),
            new PkgConfigPrefix(),
            new MachineCertificates(),
            new ExternallyManaged(),
            new ExecuteBits());

    private static final List<LayoutFix> WINDOWS = List.of(
            new ForeignFiles(),
            new WindowsLaunchers(),
            new StableAbiLibrary(),
            new PipOutOfTheLibrary(),
            new ExternallyManaged());

    private Layout() {}

    static void repair(InstallationTree tree) throws IOException {
        for (LayoutFix fix : tree.os() == OperatingSystem.WINDOWS ? WINDOWS : POSIX) {
            fix.apply(tree);
        }
    }
}
