package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes an ordinary installation of the embeddable package for Windows. That one has its standard library in a zip file,
 * and a {@code python314._pth} beside it that shuts out everything else: site-packages, environments, pip. And it has no
 * pip, nor the means to get one.
 */
final class Embeddable {
    private final Supplies supplies;
    private final ProgressListener listener;

    Embeddable(Supplies supplies, ProgressListener listener) {
        this.supplies = supplies;
        this.listener = listener;
    }

    /**
     * Puts the standard library where the interpreter finds it by itself, in {@code Lib}, and takes the {@code ._pth}
     * away, without which it looks for site-packages and for environments as any Python does.
     */
    static void spread(Path root) throws IOException {
        Path library = root.resolve("Lib");
        for (Path zip : InstallationTree.entries(root, "python3*.zip")) {
            Archive.unpack(zip, "", library, done -> {});
            Files.delete(zip);
        }
        for (Path paths : InstallationTree.entries(root, "python3*._pth")) {
            Files.delete(paths);
        }
        Files.createDirectories(library.resolve("site-packages"));
    }

    /** The package has no means to make environments; ours are made by uv, which needs none. */
    static List<ModuleTrouble> unexpected(List<ModuleTrouble> troubles) {
        return troubles.stream()
                .filter(trouble -> !(trouble instanceof ModuleTrouble.Absent
                        && trouble.module().equals("venv")))
                .toList();
    }

    /**
     * Adds pip. Every Python of the catalogue's Maven artifacts has a wheel of it for its own environments, whose bytes
     * are covered by the artifact's digest; so it comes through Maven, and no package index has to be known.
     */
    void addPip(InstallationTree tree) throws IOException {
        Path packages = tree.lib().resolve("site-packages");
        List<Distribution> donors = supplies.catalogue().distributions().stream()
                .filter(one -> one.source() == Source.MAVEN)
                .sorted((one, other) -> other.version().compareTo(one.version()))
                .toList();
        Path aside = Files.createDirectory(tree.root().resolve(".pip"));
        try {
            unpackWheel(donors, tree, aside, packages);
        } catch (UserFailure e) {
            listener.on(new ProgressEvent.Warning("This Python has no pip, and none could be had for it: "
                    + e.getMessage() + " Name a uv of your own in <uvExecutable>."));
        } finally {
            Trees.delete(aside);
        }
    }

    private void unpackWheel(List<Distribution> donors, InstallationTree tree, Path aside, Path packages)
            throws IOException {
        if (donors.isEmpty()) {
            throw new UserFailure("the catalogue has no Maven artifact with one.", "Use another catalogue.");
        }
        Distribution donor = donors.stream()
                .filter(one -> one.platform().startsWith(tree.os().id()))
                .findFirst()
                .orElse(donors.get(0));
        MavenArtifact artifact = (MavenArtifact) donor.origin();
        Path jar = supplies.artifacts()
                .resolve(
                        artifact.groupId(),
                        artifact.artifactId(),
                        artifact.version(),
                        artifact.extension(),
                        artifact.classifier());
        String library = donor.platform().startsWith("windows")
                ? "lib/"
                : "lib/python" + donor.version().series() + "/";
        Archive.unpack(
                VerifiedArchive.of(donor, jar).file(),
                artifact.treePrefix() + library + "ensurepip/_bundled/",
                aside,
                done -> {});
        for (Path wheel : InstallationTree.entries(aside, "pip-*.whl")) {
            Archive.unpack(wheel, "", packages, done -> {});
        }
    }
}
