package io.github.pythonenv.runtime;

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
    private final ArtifactResolver resolver;
    private final Processes processes;
    private final ProgressListener listener;

    Provisioning(Host host, ArtifactResolver resolver, Processes processes, ProgressListener listener) {
        this.host = host;
        this.resolver = resolver;
        this.processes = processes;
        this.listener = listener;
    }

    /**
     * Fills a folder.
     *
     * @param distribution what to make
     * @param into an empty folder, under construction
     * @param finalHome where that folder goes when it is whole
     */
    void fill(Distribution distribution, Path into, Path finalHome) throws IOException {
        MavenSource source = (MavenSource) distribution.source();
        VerifiedArchive archive = VerifiedArchive.of(
                distribution,
                resolver.resolve(source.groupId(), source.artifactId(), source.version(), "jar", source.classifier()));
        ZipUnpacker.unpack(
                archive.file(),
                source.treePrefix(),
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
}
