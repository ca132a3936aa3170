package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.download.Network;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.packages.UvCache;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.tuning.MachineFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The machine that is looked at, and what is to be built on it.
 *
 * @param host system, CPU, variables and home
 * @param files what the kernel tells
 * @param disks what the disks tell
 * @param store where runtimes and uv will be kept
 * @param scratch a store that may be written meanwhile and looks into the other one; removed afterwards
 * @param project the folder that the checks are run for
 * @param wanted the environments that are to be built
 * @param misconfigured why nobody knows these, where that is so
 * @param network what is configured for downloads
 * @param repositories the Maven repositories of the build, by {@code http} or {@code https}
 * @param offline whether no server may be asked
 * @param settings what was asked of the checks
 * @param processes starts programs
 */
public record Examination(
        Host host,
        MachineFiles files,
        Disks disks,
        Store store,
        Store scratch,
        Path project,
        List<Wanted> wanted,
        Optional<UserFailure> misconfigured,
        Supplier<Network> network,
        List<URI> repositories,
        boolean offline,
        DoctorSettings settings,
        Processes processes) {

    public Examination {
        wanted = List.copyOf(wanted);
        repositories = List.copyOf(repositories);
    }

    /** A folder that will be written to. */
    record Site(String what, Path folder) {}

    /** The folders that will be written to, each once. */
    List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        sites.add(new Site("store", store.home()));
        environmentFolders().forEach(folder -> sites.add(new Site("environments", folder)));
        cache().ifPresent(folder -> sites.add(new Site("uv's cache", folder)));
        return sites;
    }

    /** The folders in which the environments will be: where none is wanted, the project's. */
    List<Path> environmentFolders() {
        List<Path> folders = wanted.stream()
                .map(Wanted::request)
                .map(EnvironmentRequest::directory)
                .map(directory -> directory.resolveSibling(""))
                .map(Path::normalize)
                .distinct()
                .toList();
        return folders.isEmpty() ? List.of(project) : folders;
    }

    /** The folder where uv keeps what it has fetched; nothing where it is told to keep nothing. */
    Optional<Path> cache() {
        Optional<Path> asked = wanted.stream()
                .map(Wanted::request)
                .flatMap(request -> request.tuning().optimization().caches().in(request.project()).stream())
                .map(caches -> caches.resolve("uv"))
                .findFirst();
        return asked.or(() -> UvCache.folder(project, host));
    }
}
