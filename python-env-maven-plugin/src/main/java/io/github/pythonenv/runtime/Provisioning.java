package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.ZipUnpacker;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import java.io.IOException;
import java.nio.file.Path;

/** Makes one installation from its archive: verified, unpacked, made right, tried. */
final class Provisioning {
    private final Host host;
    private final Supplies supplies;
    private final Processes processes;
    private final ProgressListener listener;

    Provisioning(Host host, Supplies supplies, Processes processes, ProgressListener listener) {
        this.host = host;
        this.supplies = supplies;
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
        Distribution distribution = (Distribution) candidate;
        VerifiedArchive archive = VerifiedArchive.of(candidate, fetch(request, candidate));
        ZipUnpacker.unpack(
                archive.file(),
                ((MavenArtifact) candidate.origin()).treePrefix(),
                into,
                done -> listener.on(
                        new ProgressEvent.Bytes(Stage.PROVISIONING_PYTHON, done, ProgressEvent.Bytes.UNKNOWN)));
        InstallationTree tree = new InstallationTree(
                into, finalHome, distribution.version(), host.platform().os());
        Layout.repair(tree);
        RuntimeRecord.write(distribution, into);
        ProbeVerdict.pass(
                distribution.version(),
                new Probe(host, processes).troubles(into.resolve(tree.interpreter()), distribution.version()),
                listener);
    }

    /**
     * Fetches an archive, whatever machine it is for, and looks at its bytes.
     *
     * @throws PassedOver if it cannot be had
     */
    VerifiedArchive archive(RuntimeRequest request, Candidate candidate) throws IOException {
        return VerifiedArchive.of(candidate, fetch(request, candidate));
    }

    private Path fetch(RuntimeRequest request, Candidate candidate) {
        MavenArtifact artifact = (MavenArtifact) whereabouts(request, candidate);
        try {
            return supplies.artifacts()
                    .resolve(
                            artifact.groupId(),
                            artifact.artifactId(),
                            artifact.version(),
                            artifact.extension(),
                            artifact.classifier());
        } catch (UserFailure e) {
            throw new PassedOver(e);
        }
    }

    /** What an organisation's mirror has is there under the mirror's own names. */
    private static Origin whereabouts(RuntimeRequest request, Candidate candidate) {
        return candidate instanceof Distribution known
                        && request.mirrors().groupId().isPresent()
                ? new MirrorGroup(request.mirrors().groupId().get()).archive(known)
                : candidate.origin();
    }
}
