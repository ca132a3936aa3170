package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.Assembled;
import io.github.pythonenv.packages.SitePackages;
import io.github.pythonenv.packages.VenvLayout;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.tuning.Dotenv;
import io.github.pythonenv.tuning.StartupModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts together what a tree consists of: the interpreter's installation, the environment's packages in its {@code
 * site-packages} in place of its own, and the project's code.
 */
final class EnvironmentTree {

    /** What makes a virtual environment one, and what was written for this machine alone. */
    private static final Set<String> OF_THE_ENVIRONMENT = Set.of(
            "pyvenv.cfg", ".gitignore", ".lock", "CACHEDIR.TAG", "lib64", Dotenv.NAME, ".python-env-state.properties");

    private static final Pattern OF_ITS_SHELLS = Pattern.compile("bin/(activate([._].*)?|deactivate.*|pydoc\\.bat)");

    /** What uv notes about a build for itself (with times), and what the tuning found on this machine. */
    private static final Pattern OF_THIS_MACHINE =
            Pattern.compile("(.*/site-packages/[^/]+\\.dist-info/uv_(cache|build)\\.json|.*/site-packages/("
                    + Pattern.quote(StartupModule.PTH) + "|" + Pattern.quote(StartupModule.MODULE) + "))");

    private static final Set<String> OF_THE_STORE = Set.of(".complete", "python-env-runtime.properties");

    private final PackageRequest request;
    private final Assembled parts;
    private final Runtime runtime;
    private final TreeNames names;

    /** What it is called in the environment, which has the form of this machine. */
    private final PosixNames here;

    EnvironmentTree(PackageRequest request, Assembled parts) throws IOException {
        this.request = request;
        this.parts = parts;
        this.runtime = parts.runtime();
        this.names = TreeNames.of(runtime);
        this.here = new PosixNames(runtime.version().series());
    }

    /** All files and links by their names in the tree, sorted. */
    Map<String, TreeEntry> entries() throws IOException {
        if (runtime.inPlace()) {
            throw new UserFailure(
                    "The environment " + request.name() + " of " + request.project() + " stands on a Python that was"
                            + " on this machine before (" + runtime.home() + "): what belongs to it cannot be told from"
                            + " the rest of the machine, so it cannot be packed.",
                    "Let the environment have a Python of its own: set <source> to standalone or maven.");
        }
        Map<String, TreeEntry> all = new TreeMap<>(new TreeFiles(Part.INTERPRETER, runtime.home())
                .find(name -> !OF_THE_STORE.contains(name) && names.ofTheInterpreter(name)));
        new TreeFiles(Part.PACKAGES, parts.directory())
                .find(this::ofThePackages)
                .forEach((name, entry) -> all.put(names.placed(name), entry));
        if (names instanceof WindowsNames) {
            new WindowsPrograms(
                            runtime.home().resolve(names.sitePackages()),
                            runtime.platform(),
                            request.scratch().resolve("programs"))
                    .replaceIn(all, packages());
        }
        for (Path code : request.settings().code()) {
            if (!TreeFiles.isFolder(code)) {
                throw new UserFailure(
                        "There is no folder " + code + ", which packaging.code names.",
                        "Correct packaging.code in python-env.json: folders whose contents can be imported.");
            }
            new TreeFiles(Part.CODE, code.toRealPath())
                    .find(name -> true)
                    .forEach((name, entry) -> all.put(names.sitePackages() + "/" + name, entry));
        }
        return all;
    }

    private boolean ofThePackages(String name) {
        if (name.startsWith("bin/")) {
            return !here.starts(name) && !OF_ITS_SHELLS.matcher(name).matches();
        }
        return !OF_THE_ENVIRONMENT.contains(name)
                && !OF_THIS_MACHINE.matcher(name).matches();
    }

    private SitePackages packages() {
        return SitePackages.of(new VenvLayout(parts.directory(), false), here.series());
    }

    /** Refuses packages whose code lies outside of the environment. */
    void refuseEditable() throws IOException {
        try (var metadata = Files.newDirectoryStream(packages().folder(), "*.dist-info")) {
            for (Path one : metadata) {
                Path source = one.resolve("direct_url.json");
                if (Files.isRegularFile(source, LinkOption.NOFOLLOW_LINKS) && DirectUrl.editable(source)) {
                    throw new UserFailure(
                            one.getFileName().toString().replaceFirst("-.*", "")
                                    + " is installed editable: its code lies outside of the environment and would"
                                    + " be missing where it is unpacked.",
                            "Take -e out of the requirements, or editable out of pylock.toml, so that the package is"
                                    + " installed as a copy.");
                }
            }
        }
    }
}
