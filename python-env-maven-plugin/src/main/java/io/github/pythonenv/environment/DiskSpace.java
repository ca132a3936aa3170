package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.UvChoice;
import io.github.pythonenv.packages.UvTool;
import io.github.pythonenv.runtime.Candidate;
import io.github.pythonenv.runtime.Distribution;
import io.github.pythonenv.runtime.RuntimeChoice;
import io.github.pythonenv.store.Disks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The room that building an environment takes at the very least. What surely does not fit is not begun: it would fill
 * the disk, and fail at a place that says less.
 */
public final class DiskSpace {

    private static final long MEGABYTE = 1_000_000;

    /** The runtimes of the catalogue that were unpacked are 3.5 to 4 times as large as their archives. */
    private static final int UNPACKED = 3;

    /** The smallest archive of the catalogue whose size is known has 24 MB. */
    private static final long UNKNOWN_ARCHIVE = 20 * MEGABYTE;

    /** uv 0.13 for Linux is 37 MB, unpacked. */
    private static final long UV = 35 * MEGABYTE;

    private static final long EMPTY_ENVIRONMENT = MEGABYTE;

    private DiskSpace() {}

    /** What an environment takes beyond what is in the store already. */
    static List<SpaceNeed> needs(Toolbox tools, EnvironmentRequest request, RuntimeChoice runtime) {
        Path store = tools.store().home();
        List<SpaceNeed> needs = new ArrayList<>(runtime(runtime, store));
        if (!(request.inputs() instanceof Packed)
                && !isThere(new Pins(request, tools.host()).uv(), new UvSupply(tools).tool())) {
            needs.add(new SpaceNeed(store, UV, "uv"));
        }
        needs.add(new SpaceNeed(request.directory(), EMPTY_ENVIRONMENT, "the environment"));
        return List.copyOf(needs);
    }

    /** What a runtime takes that is not in the store yet. */
    static List<SpaceNeed> runtime(RuntimeChoice runtime, Path store) {
        return runtime instanceof RuntimeChoice.Missing missing
                ? List.of(new SpaceNeed(
                        store,
                        missing.candidates().stream()
                                        .mapToLong(DiskSpace::archive)
                                        .min()
                                        .orElse(UNKNOWN_ARCHIVE)
                                * UNPACKED,
                        missing.first().title()))
                : List.of();
    }

    private static long archive(Candidate candidate) {
        return candidate instanceof Distribution known && known.size() > 0 ? known.size() : UNKNOWN_ARCHIVE;
    }

    private static boolean isThere(UvChoice choice, UvTool uv) {
        if (choice instanceof UvChoice.OfVersion other) {
            return uv.stored(other.version()).isPresent();
        }
        return !(choice instanceof UvChoice.Pinned)
                || uv.stored(UvTool.pinnedVersion()).isPresent();
    }

    /**
     * Sees that there is so much room. Where a disk does not tell, nothing is said.
     *
     * @throws UserFailure where there is less
     */
    static void require(List<SpaceNeed> needs, Disks disks) {
        lacking(needs, disks).stream().findFirst().ifPresent(lack -> {
            throw new UserFailure(lack.what() + " Nothing was begun.", lack.hint());
        });
    }

    /**
     * A disk that is too full.
     *
     * @param what a sentence
     * @param hint what to do
     */
    public record Lack(String what, String hint) {}

    /** The disks that have less room than what is needed on them, all of it together. */
    public static List<Lack> lacking(List<SpaceNeed> needs, Disks disks) {
        Map<String, List<SpaceNeed>> onDisk = new LinkedHashMap<>();
        Map<String, Disks.Disk> known = new LinkedHashMap<>();
        for (SpaceNeed need : needs) {
            Optional<Disks.Disk> disk = disks.of(need.folder());
            if (disk.isPresent()) {
                known.put(disk.get().name(), disk.get());
                onDisk.computeIfAbsent(disk.get().name(), name -> new ArrayList<>())
                        .add(need);
            }
        }
        List<Lack> lacks = new ArrayList<>();
        onDisk.forEach((name, ofDisk) -> {
            long sum = ofDisk.stream().mapToLong(SpaceNeed::bytes).sum();
            Disks.Disk disk = known.get(name);
            if (disk != null && disk.usable() < sum) {
                lacks.add(lack(ofDisk, disk, sum));
            }
        });
        return lacks;
    }

    private static Lack lack(List<SpaceNeed> needs, Disks.Disk disk, long sum) {
        Path folder = needs.get(0).folder();
        return new Lack(
                "The disk of " + folder + " has " + megabytes(disk.usable()) + " left, and "
                        + needs.stream()
                                .map(need -> need.what() + " (" + megabytes(need.bytes()) + ")")
                                .collect(Collectors.joining(", "))
                        + " will take " + megabytes(sum) + " there at the very least.",
                "Make room on that disk (" + disk.name()
                        + "), or choose another one: for the store with -Dpython-env.home=<folder>, for the environment"
                        + " with <directory>.");
    }

    private static String megabytes(long bytes) {
        return bytes / MEGABYTE + " MB";
    }
}
