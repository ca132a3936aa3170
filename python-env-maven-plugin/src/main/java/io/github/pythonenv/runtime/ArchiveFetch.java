package io.github.pythonenv.runtime;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.download.Download;
import io.github.pythonenv.download.DownloadFailure;
import io.github.pythonenv.download.DownloadListener;
import io.github.pythonenv.download.Downloader;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.download.Unreachable;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.progress.Stage;
import io.github.pythonenv.store.InterprocessLock;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Gets archives to where they can be read, from wherever they are. Their bytes are not looked at. */
final class ArchiveFetch {
    private final Store store;
    private final Supplies supplies;
    private final UnreachableHosts unreachable;
    private final ProgressListener listener;

    ArchiveFetch(Store store, Supplies supplies, ProgressListener listener) {
        this.store = store;
        this.supplies = supplies;
        this.unreachable = new UnreachableHosts(store);
        this.listener = listener;
    }

    /**
     * Gets one.
     *
     * @return the file, to be {@linkplain #release released}
     * @throws PassedOver if it cannot be had
     */
    Path fetch(RuntimeRequest request, Candidate candidate) throws IOException {
        Origin origin = request.mirrors().origin(candidate);
        if (origin instanceof MavenArtifact artifact) {
            return resolved(artifact);
        }
        return origin instanceof RemoteFile file
                ? downloaded(request, candidate, file.uri())
                : ((LocalFile) origin).readable();
    }

    /** Deletes a file that {@link #fetch} gave and nobody needs any more, if it was fetched into the store. */
    void release(Path file) throws IOException {
        if (file.startsWith(store.downloads())) {
            Files.deleteIfExists(file);
        }
    }

    private Path resolved(MavenArtifact artifact) {
        try {
            return supplies.artifacts().resolve(artifact);
        } catch (UserFailure e) {
            throw new PassedOver(e);
        }
    }

    private Path downloaded(RuntimeRequest request, Candidate candidate, URI uri) throws IOException {
        boolean local = "file".equalsIgnoreCase(uri.getScheme());
        Path file = store.downloads().resolve(candidate.sha256().substring(0, 12) + "-" + name(uri));
        if (request.offline() && !local) {
            // Brought here before, perhaps from another machine.
            if (Files.isRegularFile(file)) {
                return file;
            }
            throw new PassedOver(
                    candidate.title() + " is not in the store, and this build is offline.",
                    "Run mvn python-env:go-offline, or the build once, without -o.");
        }
        if (isThere(candidate, file)) {
            return file;
        }
        OptionalLong size = candidate instanceof Distribution known && known.size() > 0
                ? OptionalLong.of(known.size())
                : OptionalLong.empty();
        try {
            Network network = supplies.network().get();
            if (!local) {
                requireName(uri, candidate, network);
            }
            return InterprocessLock.holding(
                    store.home().resolve("locks").resolve(file.getFileName() + ".lock"),
                    who -> listener.on(new ProgressEvent.Notice(
                            "Waiting for " + who + ", which is fetching " + file.getFileName() + ".")),
                    () -> {
                        new Downloader(network, heard())
                                .fetch(new Download(uri, Optional.of(candidate.sha256()), size), file);
                        return file;
                    });
        } catch (Unreachable e) {
            unreachable.remember(e.host());
            throw new PassedOver(e);
        } catch (DownloadFailure e) {
            throw new PassedOver(e);
        }
    }

    /** Left by a build that ended after it was fetched, or brought here for another machine. */
    private static boolean isThere(Candidate candidate, Path file) throws IOException {
        return Files.isRegularFile(file) && Digests.sha256(file).equals(candidate.sha256());
    }

    /** Asked before all else is made ready for a connection: behind a wall this is how most of them end. */
    private void requireName(URI uri, Candidate candidate, Network network) throws IOException {
        String host = uri.getHost();
        if (host == null || network.proxies().forUri(uri).isPresent()) {
            return;
        }
        try {
            InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            unreachable.remember(host);
            throw new PassedOver(
                    host + " cannot be reached: its name is not known here.",
                    "Check the network and its proxy (in Maven's settings.xml, or HTTPS_PROXY and NO_PROXY), or "
                            + (candidate.source() == Source.STANDALONE
                                    ? "name a mirror in <standaloneMirror>."
                                    : "the address in <archive>."));
        }
    }

    private static String name(URI uri) {
        String path = String.valueOf(uri.getPath());
        return path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._+-]", "_");
    }

    private DownloadListener heard() {
        return new DownloadListener() {
            @Override
            public void bytes(long done, OptionalLong total) {
                listener.on(new ProgressEvent.Bytes(
                        Stage.PROVISIONING_PYTHON, done, total.orElse(ProgressEvent.Bytes.UNKNOWN)));
            }

            @Override
            public void again(String why, Duration pause) {
                listener.on(new ProgressEvent.Notice(why + " Trying again in " + pause.toSeconds() + " s."));
            }
        };
    }
}
