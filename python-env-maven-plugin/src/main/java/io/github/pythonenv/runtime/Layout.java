package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.OperatingSystem;
import java.io.IOException;
import java.util.List;

/** All that an unpacked installation needs before it is started for the first time. */
final class Layout {
    /** Part of what names an installation: raise it when a fix changes what it writes. */
    static final int REVISION = 2;

    private static final List<LayoutFix> JAVACPP = List.of(
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

    private static final List<LayoutFix> JAVACPP_WINDOWS = List.of(
            new ForeignFiles(),
            new WindowsLaunchers(),
            new StableAbiLibrary(),
            new PipOutOfTheLibrary(),
            new ExternallyManaged());

    /** Of python-build-standalone, or of whoever else makes installations that can be moved. */
    private static final List<LayoutFix> STANDALONE = List.of(
            new LauncherLinks(),
            new RelocatableScripts(),
            new BuildPaths(),
            new CompilerNames(),
            new PkgConfigPrefix(),
            new MachineCertificates(),
            new ExternallyManaged(),
            new ExecuteBits());

    private static final List<LayoutFix> STANDALONE_WINDOWS = List.of(new WindowsLaunchers(), new ExternallyManaged());

    private Layout() {}

    /**
     * Makes a tree right.
     *
     * @param javacpp whether it comes from one of JavaCPP's jars
     */
    static void repair(InstallationTree tree, boolean javacpp) throws IOException {
        boolean windows = tree.os() == OperatingSystem.WINDOWS;
        List<LayoutFix> fixes =
                javacpp ? (windows ? JAVACPP_WINDOWS : JAVACPP) : (windows ? STANDALONE_WINDOWS : STANDALONE);
        for (LayoutFix fix : fixes) {
            fix.apply(tree);
        }
    }
}
