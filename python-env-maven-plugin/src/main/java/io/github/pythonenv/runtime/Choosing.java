package io.github.pythonenv.runtime;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides which runtime a request means here. Looks at the store and the catalogue; fetches and starts nothing. */
final class Choosing {
    private static final Set<Source> EVERY = EnumSet.of(Source.STANDALONE, Source.MAVEN);

    private final Host host;
    private final Shelf shelf;
    private final Supplies supplies;
    private final UnreachableHosts unreachable;
    private final ProgressListener listener;

    Choosing(Host host, Shelf shelf, Supplies supplies, UnreachableHosts unreachable, ProgressListener listener) {
        this.host = host;
        this.unreachable = unreachable;
        this.shelf = shelf;
        this.supplies = supplies;
        this.listener = listener;
    }

    /** @throws UserFailure if nothing that matches can be had here; the message says why and what can */
    RuntimeChoice choose(RuntimeRequest request) {
        if (request.source() instanceof SourceRequest.Installed installed) {
            return new RuntimeChoice.Ready(installed(installed.by(), request));
        }
        if (request.source() instanceof SourceRequest.Archive archive) {
            if (archive.embeddable() && !host.platform().windows()) {
                throw NoSuchPython.embeddable(host);
            }
            return wanted(
                    request,
                    shelved(
                            request,
                            new UnseenArchive(
                                    archive.source(),
                                    archive.origin(),
                                    archive.sha256().orElseGet(() -> digest(archive.origin())),
                                    host.platform().id())));
        }
        if (request.source() instanceof SourceRequest.Packed packed) {
            if (host.platform().windows()) {
                throw NoSuchPython.packed();
            }
            return wanted(
                    request,
                    shelved(request, packed.archive().candidate(host.platform().id())));
        }
        if (request.source() instanceof SourceRequest.Coordinates own) {
            return wanted(
                    request,
                    shelved(request, new OwnCoordinates(own, supplies.artifacts(), host).archive(request.python())));
        }
        return known(request);
    }

    private RuntimeChoice known(RuntimeRequest request) {
        if (request.source() instanceof SourceRequest.Auto) {
            Optional<Runtime> preferred = supplies.machine().preferred(request.python());
            if (preferred.isPresent()) {
                detail("Python " + preferred.get().version() + " for '" + request.python()
                        + "': the default in the registry, " + preferred.get().executable() + ".");
                return new RuntimeChoice.Ready(preferred.get());
            }
        }
        Selection selection = new Selection(host);
        Optional<Distribution> stored = request.newest() || request.source() instanceof SourceRequest.Locked
                ? Optional.empty()
                : selection.newest(of(request.source(), shelf.distributions()), request.python());
        if (stored.isPresent()) {
            detail("Python " + stored.get().version() + " for '" + request.python() + "': it is in the store already.");
            return shelved(request, stored.get());
        }
        List<Distribution> offered = offered(request);
        List<Distribution> candidates = new Reach(request, unreachable, listener).within(candidates(request, offered));
        if (candidates.isEmpty()) {
            throw request.mirrors()
                    .groupId()
                    .map(group -> NoSuchPython.onMirror(group, request.python(), offered, host))
                    .orElseGet(() -> new NoSuchPython(
                                    host,
                                    offered,
                                    of(
                                            new SourceRequest.Auto(),
                                            supplies.catalogue().distributions()))
                            .failure(request.python(), request.source()));
        }
        Distribution best = candidates.get(0);
        selection
                .passedOver(offered, request.python(), best)
                .ifPresent(newer -> listener.on(passedOver(request, best, newer)));
        detail("Python " + best.version() + " for '" + request.python() + "': the newest that starts here, from "
                + request.mirrors().place(best) + ".");
        return shelf.runtime(best)
                .<RuntimeChoice>map(RuntimeChoice.Ready::new)
                .orElseGet(() -> missing(request, candidates));
    }

    private RuntimeChoice missing(RuntimeRequest request, List<Distribution> candidates) {
        if (request.source() instanceof SourceRequest.Locked) {
            candidates.forEach(this::refuseOtherThanCatalogued);
        }
        return missingFrom(request, List.copyOf(candidates));
    }

    /** Somebody may have edited a lock. */
    private void refuseOtherThanCatalogued(Distribution locked) {
        supplies.catalogue().contradicting(locked).ifPresent(known -> {
            throw new UserFailure(
                    "The lock says that " + locked.origin() + " has SHA-256 " + locked.sha256()
                            + ", and the catalogue knows it with " + known.sha256() + ".",
                    "Find out who changed the lock; then run mvn python-env:lock and commit what it writes.");
        });
    }

    private List<Distribution> offered(RuntimeRequest request) {
        if (request.source() instanceof SourceRequest.Locked locked) {
            // The lock says what it is; -U and what the store prefers do not count.
            return locked.distributions();
        }
        if (request.mirrors().groupId().isPresent()) {
            MirrorGroup group = new MirrorGroup(request.mirrors().groupId().get());
            List<Distribution> mirrored = new MirrorListing(group, supplies.artifacts(), supplies.catalogue())
                    .newestFirst(request.python(), host);
            return request.source() instanceof SourceRequest.Auto ? mirrored : of(request.source(), mirrored);
        }
        return of(request.source(), supplies.catalogue().distributions());
    }

    private List<Distribution> candidates(RuntimeRequest request, List<Distribution> offered) {
        Selection selection = new Selection(host);
        // Where it depends on somebody's repository what can be had, older versions are better than none.
        return request.offline() || request.mirrors().groupId().isPresent()
                ? selection.all(offered, request.python())
                : selection.newestOfEach(offered, request.python());
    }

    private ProgressEvent passedOver(RuntimeRequest request, Distribution best, Distribution newer) {
        return new ProgressEvent.Notice("Python " + best.version() + " for '" + request.python() + "': "
                + newer.version() + " " + newer.obstacle(host).orElseThrow() + ".");
    }

    private static List<Distribution> of(SourceRequest request, List<Distribution> distributions) {
        Set<Source> sources = request instanceof SourceRequest.Standalone
                ? EnumSet.of(Source.STANDALONE)
                : request instanceof SourceRequest.Maven ? EnumSet.of(Source.MAVEN) : EVERY;
        return distributions.stream()
                .filter(one -> sources.contains(one.source()))
                .toList();
    }

    private RuntimeChoice shelved(RuntimeRequest request, Candidate candidate) {
        return shelf.runtime(candidate)
                .<RuntimeChoice>map(RuntimeChoice.Ready::new)
                .orElseGet(() -> missingFrom(request, List.of(candidate)));
    }

    private static RuntimeChoice missingFrom(RuntimeRequest request, List<Candidate> candidates) {
        return new RuntimeChoice.Missing(candidates, request.mirrors().place(candidates.get(0)));
    }

    /** Of an archive of one's own it is known only afterwards which Python it has. */
    private static RuntimeChoice wanted(RuntimeRequest request, RuntimeChoice choice) {
        if (choice instanceof RuntimeChoice.Ready ready) {
            NoSuchPython.requireWanted(request, ready.runtime().version());
        }
        return choice;
    }

    private Runtime installed(InstalledBy by, RuntimeRequest request) {
        FoundPython found = supplies.machine().newest(by, request.python(), request.newest());
        found.passedOver().forEach(this::detail);
        return found.runtime().orElseThrow(() -> NoSuchPython.installed(by, request.python(), found.passedOver()));
    }

    private static String digest(Origin origin) {
        if (!(origin instanceof LocalFile file)) {
            throw new IllegalStateException("an archive that is no file of one's own has a digest: " + origin);
        }
        try {
            return Digests.sha256(file.readable());
        } catch (IOException e) {
            throw new UserFailure(
                    "The archive " + file + " cannot be read: " + FileFault.why(e) + ".",
                    "Give this user the right to read it.",
                    e);
        }
    }

    private void detail(String text) {
        listener.on(new ProgressEvent.Detail(text));
    }
}
