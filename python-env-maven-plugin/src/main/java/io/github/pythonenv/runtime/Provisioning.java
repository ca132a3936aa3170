package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes one installation from its archive: verified, unpacked, made right, tried. */
final class Provisioning {
    private final Host host;
    private final ArchiveFetch archives;
    private final Embeddable embeddable;
    private final Processes processes;
    private final ProgressListener listener;

    Provisioning(Host host, Store store, Supplies supplies, Processes processes, ProgressListener listener) {
        this.host = host;
        this.archives = new ArchiveFetch(store, supplies, listener);
        this.embeddable = new Embeddable(supplies, listener);
        this.processes = processes;
        this.listener = listener;
    }

    /**
     * Fills a folder.
     *
     * @param request what was asked
     * @param candidate what to make it from
     * @param into an empty folder, under construction
     * @param finalHome where that folder goes when it is whole
     * @throws PassedOver if the archive cannot be had, or its interpreter does not start here
     */
    void fill(RuntimeRequest request, Candidate candidate, Path into, Path finalHome) throws IOException {
        VerifiedArchive archive = archive(request, candidate);
        Distribution distribution = unpack(candidate, archive, into);
        NoSuchPython.requireWanted(request, distribution.version());
        InstallationTree tree = new InstallationTree(
                into, finalHome, distribution.version(), host.platform().os());
        // What was packed was made right before.
        if (distribution.source() != Source.PACKED) {
            Layout.repair(tree, isJavaCpp(candidate));
        }
        if (distribution.source() == Source.EMBEDDABLE) {
            embeddable.addPip(tree);
        }
        RuntimeRecord.write(distribution, into);
        List<ModuleTrouble> troubles =
                new Probe(host, processes).troubles(into.resolve(tree.interpreter()), distribution.version());
        ProbeVerdict.pass(
                distribution.version(),
                distribution.source() == Source.EMBEDDABLE ? Embeddable.unexpected(troubles) : troubles,
                listener);
        release(archive);
    }

    /**
     * Fills a folder with an installation for another machine. It is not started; that its interpreter is a program for
     * that machine is seen by its first bytes. The archive stays where it is: whoever wants it again would fetch it again.
     *
     * @throws PassedOver if the archive cannot be had
     */
    Runtime fillElsewhere(RuntimeRequest request, Distribution distribution, Path home) throws IOException {
        VerifiedArchive archive = archive(request, distribution);
        unpack(distribution, archive, home);
        OperatingSystem os = OperatingSystem.of(distribution.platform());
        InstallationTree tree = new InstallationTree(home, home, distribution.version(), os);
        Layout.repair(tree, isJavaCpp(distribution));
        Path executable = home.resolve(tree.interpreter());
        String found = BinaryPlatform.of(executable).orElse(distribution.platform());
        if (!found.equals(distribution.platform())) {
            throw new UserFailure(
                    "The archive of " + distribution.title() + " for " + distribution.platform() + " is for " + found
                            + ".",
                    "Tell who wrote the catalogue or the lock that it comes from.");
        }
        return new Runtime(
                distribution.version(),
                distribution.platform(),
                distribution.source().word(),
                home,
                executable,
                distribution.sha256(),
                RuntimeNames.of(distribution));
    }

    /**
     * Fetches an archive, whatever machine it is for, and looks at its bytes.
     *
     * @throws PassedOver if it cannot be had
     */
    VerifiedArchive archive(RuntimeRequest request, Candidate candidate) throws IOException {
        return VerifiedArchive.of(candidate, archives.fetch(request, candidate));
    }

    /** Deletes what {@link #archive} gave, if nothing else keeps it. */
    void release(VerifiedArchive archive) throws IOException {
        archives.release(archive.file());
    }

    private static boolean isJavaCpp(Candidate candidate) {
        return candidate instanceof Distribution
                && candidate.origin() instanceof MavenArtifact artifact
                && artifact.extension().equals("jar");
    }

    /** What was unpacked, by then with its version. */
    private Distribution unpack(Candidate candidate, VerifiedArchive archive, Path into) throws IOException {
        if (candidate instanceof Distribution distribution
                && (isJavaCpp(distribution) || distribution.source() == Source.STANDALONE)) {
            // Where the same archive lies elsewhere, what is in it is called as at its origin.
            String prefix = distribution.origin() instanceof MavenArtifact artifact
                    ? artifact.treePrefix()
                    : StandaloneMirror.TREE_PREFIX;
            unpack(archive.file(), prefix, into);
            return distribution;
        }
        UnseenArchive unseen = candidate instanceof UnseenArchive one
                ? one
                : new UnseenArchive(
                        candidate.source(),
                        candidate.origin(),
                        candidate.sha256(),
                        host.platform().id());
        return new ArchiveContents(host, processes).settle(unseen, aside -> unpack(archive.file(), "", aside), into);
    }

    private void unpack(Path archive, String prefix, Path into) throws IOException {
        Archive.unpack(
                archive,
                prefix,
                into,
                done -> listener.on(
                        new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, done, ProgressEvent.Bytes.UNKNOWN)));
    }
}
