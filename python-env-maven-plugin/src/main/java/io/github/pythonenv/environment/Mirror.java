package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.environment.MirrorReport.Item;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.MavenArtifact;
import io.github.pythonenv.runtime.PlatformOffers;
import io.github.pythonenv.runtime.RuntimeArchive;
import io.github.pythonenv.runtime.SourceRequest;
import io.github.pythonenv.runtime.VersionRequest;
import io.github.pythonenv.store.Staging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts runtimes and uv into a Maven repository, so that other builds need nothing else. What is there already is left as
 * it is: releases in a repository do not change.
 */
public final class Mirror {
    private final Toolbox tools;
    private final MirrorRepository repository;
    private final PlatformOffers offers;

    private final List<Item> items = new ArrayList<>();
    private final List<String> lacking = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    public Mirror(Toolbox tools, MirrorRepository repository) {
        this.tools = tools;
        this.repository = repository;
        this.offers = new PlatformOffers(tools.supplies().get().catalogue());
    }

    /**
     * Does it.
     *
     * @throws UserFailure if nothing that was asked for is to be had, or the repository does not take it
     */
    public MirrorReport fill(MirrorRequest request) {
        if (request.source() instanceof SourceRequest.Installed installed) {
            throw new UserFailure(
                    "A Python that is installed on this machine (source " + installed + ") cannot be mirrored: it is no"
                            + " archive.",
                    "Leave <source> away, or name one of standalone, maven and archive.");
        }
        try {
            Path folder = Staging.create(tools.store().home().resolve("staging"), "mirror");
            try {
                runtimes(request, folder);
                if (items.isEmpty() && failed.isEmpty()) {
                    throw nothing();
                }
                uv(request, folder);
            } finally {
                Staging.discard(folder);
            }
        } catch (IOException e) {
            throw tools.store().failure("What is to be mirrored", e);
        }
        return new MirrorReport(items, lacking, failed);
    }

    private UserFailure nothing() {
        return new UserFailure(
                "There is nothing to put into the mirror. " + String.join(" ", lacking),
                "Correct -Dpython-env.pythonVersion and -Dpython-env.platforms; platforms are "
                        + String.join(", ", offers.fullPlatforms()) + ".");
    }

    private void runtimes(MirrorRequest request, Path folder) throws IOException {
        if (request.source() instanceof SourceRequest.Archive archive) {
            Distribution own = new OwnArchive(tools, request, archive).distribution();
            put(request, List.of(own), folder);
            items.stream()
                    .filter(item -> !item.deployed() && !item.sha256().equals(own.sha256()))
                    .forEach(item -> lacking.add("The repository has " + item.artifact() + " already, another one than "
                            + own.origin() + ", and releases do not change: yours was left out. Take the other one out"
                            + " there, or give yours another group."));
            return;
        }
        List<Lock> locks = locks(request);
        for (VersionRequest version : versions(request, locks)) {
            Set<Distribution> pinned = new LinkedHashSet<>();
            locks.forEach(lock -> pinned.addAll(lock.pythons().getOrDefault(version.text(), List.of())));
            List<String> without = new ArrayList<>();
            for (String platform : request.platforms().isEmpty() ? offers.fullPlatforms() : request.platforms()) {
                List<Distribution> candidates = pinned.isEmpty()
                        ? offers.newestOfEach(version, request.source(), platform)
                        : pinned.stream()
                                .filter(one -> PlatformOffers.fullPlatform(one).equals(platform))
                                .filter(one -> PlatformOffers.isAsked(one.source(), request.source()))
                                .toList();
                if (!candidates.isEmpty()) {
                    put(request, candidates, folder);
                } else if (!request.versions().isEmpty() || !request.platforms().isEmpty()) {
                    without.add(platform);
                }
            }
            if (!without.isEmpty()) {
                lacking.add((pinned.isEmpty() ? "There is no Python " : "The lock pins no Python ") + version + " for "
                        + String.join(", ", without) + from(request) + ".");
            }
        }
    }

    private static String from(MirrorRequest request) {
        return request.source() instanceof SourceRequest.Auto ? "" : " from " + request.source();
    }

    private List<VersionRequest> versions(MirrorRequest request, List<Lock> locks) {
        if (!request.versions().isEmpty()) {
            return request.versions();
        }
        List<VersionRequest> locked = locks.stream()
                .flatMap(lock -> lock.pythons().keySet().stream())
                .distinct()
                .map(VersionRequest::parse)
                .toList();
        return locked.isEmpty() ? offers.series() : locked;
    }

    /** The locks that there are; none where the source is none that a lock pins. */
    private List<Lock> locks(MirrorRequest request) {
        if (request.locks().isEmpty() || !Pins.pinnable(request.source())) {
            return List.of();
        }
        tools.listener()
                .on(new ProgressEvent.Notice("What is locked comes from "
                        + request.locks().stream()
                                .map(lock -> lock.file().toString())
                                .collect(Collectors.joining(", ")) + "."));
        return request.locks().stream().map(lock -> LockText.read(lock.file())).toList();
    }

    /** The first of them that is there already, else the first that can be fetched. */
    private void put(MirrorRequest request, List<Distribution> candidates, Path folder) throws IOException {
        for (Distribution candidate : candidates) {
            if (isThere(request, candidate)) {
                return;
            }
        }
        Optional<RuntimeArchive> fetched = fetched(request, candidates, folder);
        if (fetched.isPresent()) {
            deploy(request, fetched.get());
        }
    }

    /** Of what cannot be had, the rest of the mirror does not depend. */
    private Optional<RuntimeArchive> fetched(MirrorRequest request, List<Distribution> candidates, Path folder)
            throws IOException {
        try {
            return Optional.of(tools.runtimes()
                    .archive(
                            request.runtime(VersionRequest.any()),
                            candidates,
                            Files.createTempDirectory(folder, "runtime")));
        } catch (UserFailure e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            Distribution first = candidates.get(0);
            String what = first.title() + " for " + PlatformOffers.fullPlatform(first) + ": " + e.getMessage();
            failed.add(what);
            tools.warn("Left out: " + what);
            return Optional.empty();
        }
    }

    private void deploy(MirrorRequest request, RuntimeArchive archive) throws IOException {
        Distribution distribution = archive.distribution();
        Map<MavenArtifact, Path> files = new LinkedHashMap<>();
        files.put(request.group().archive(distribution), archive.file());
        files.put(request.group().note(distribution), archive.note());
        repository.deploy(files);
        add(new Item(
                request.group().archive(distribution),
                distribution.origin().toString(),
                Files.size(archive.file()),
                distribution.sha256(),
                true));
        tools.runtimes().release(archive);
    }

    private boolean isThere(MirrorRequest request, Distribution distribution) throws IOException {
        Optional<Path> note = repository.find(request.group().note(distribution));
        if (note.isEmpty()) {
            return false;
        }
        Optional<Distribution> there = RuntimeArchive.noted(note.get());
        there.ifPresentOrElse(
                found -> add(new Item(
                        request.group().archive(found),
                        found.origin().toString(),
                        found.size(),
                        found.sha256(),
                        false)),
                () -> lacking.add("The repository has " + request.group().note(distribution)
                        + " already, and it cannot be understood; it was left as it is."));
        return true;
    }

    private void uv(MirrorRequest request, Path folder) throws IOException {
        Set<Lock.Uv> wanted = new LinkedHashSet<>();
        request.locks().forEach(lock -> LockText.read(lock.file()).uv().ifPresent(wanted::add));
        if (wanted.isEmpty()) {
            wanted.add(Locking.pinnedUv());
        }
        for (Lock.Uv uv : wanted) {
            for (String platform : UvTool.platforms()) {
                if (request.wants(platform) && uv.digests().containsKey(platform)) {
                    uv(request, uv, platform, folder);
                }
            }
        }
    }

    private void uv(MirrorRequest request, Lock.Uv uv, String platform, Path folder) throws IOException {
        MavenArtifact artifact = request.group().uv(uv.version(), platform);
        Optional<Path> there = repository.find(artifact);
        Path wheel = there.isPresent() ? there.get() : fetchUv(request, uv, platform, folder);
        if (there.isEmpty()) {
            repository.deploy(Map.of(artifact, wheel));
        }
        add(new Item(artifact, "the package index", Files.size(wheel), Digests.sha256(wheel), there.isEmpty()));
    }

    private Path fetchUv(MirrorRequest request, Lock.Uv uv, String platform, Path folder) throws IOException {
        UvSupply supply = new UvSupply(tools);
        // One's own may have no pip, or be for another machine.
        Path python = request.source() instanceof SourceRequest.Archive
                ? supply.pip(request.from(), false)
                : tools.runtimes()
                        .provide(request.runtime(VersionRequest.any()))
                        .executable();
        return supply.tool()
                .wheel(
                        new UvChoice.OfVersion(
                                uv.version(),
                                Objects.requireNonNull(uv.digests().get(platform))),
                        platform,
                        python,
                        tools.fetching(),
                        Files.createTempDirectory(folder, "uv"));
    }

    private void add(Item item) {
        items.add(item);
        tools.listener()
                .on(new ProgressEvent.Notice((item.deployed() ? "Deployed " : "There already: ") + item.artifact()
                        + ", from " + item.origin() + ", SHA-256 " + item.sha256() + "."));
    }
}
