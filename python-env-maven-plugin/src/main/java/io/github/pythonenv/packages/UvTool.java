package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Archive;
import io.github.pythonenv.platform.Platform;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes uv available. It comes as a wheel from the package index, through the pip of a runtime, so that whatever is
 * configured for pip counts: indexes, proxies, certificates, credentials.
 */
public final class UvTool {

    private static final Pattern WHEEL = Pattern.compile("[^-]+-[^-]+");

    private final Platform platform;
    private final Store store;
    private final UvMirror mirror;
    private final Processes processes;
    private final ProgressListener listener;

    public UvTool(Platform platform, Store store, Processes processes, ProgressListener listener) {
        this(platform, store, UvMirror.NONE, processes, listener);
    }

    /** @param mirror asked before the index */
    public UvTool(Platform platform, Store store, UvMirror mirror, Processes processes, ProgressListener listener) {
        this.platform = platform;
        this.store = store;
        this.mirror = mirror;
        this.processes = processes;
        this.listener = listener;
    }

    /** The platforms that a uv is pinned for: their ids, with {@code -musl} at the end where that is another wheel. */
    public static List<String> platforms() {
        return UvWheels.platforms();
    }

    /** How {@link #platforms()} calls a machine's platform. */
    public static String key(Platform platform) {
        return UvWheels.key(platform);
    }

    /** The SHA-256 of the pinned uv's wheel for one of {@link #platforms()}. */
    public static String pinnedDigest(String platform) {
        return UvWheels.sha256(platform);
    }

    /** The version that this plugin pins. */
    public static String pinnedVersion() {
        return UvWheels.pinnedVersion();
    }

    /**
     * Gives the uv that was chosen, from the store where it is there.
     *
     * @param python an interpreter with pip, which fetches the wheel; asked for only where it has to
     * @param variables the environment of that pip
     * @param offline whether nothing may be fetched
     * @throws UserFailure where it cannot be had
     */
    public Uv provide(UvChoice choice, Supplier<Path> python, Map<String, String> variables, boolean offline) {
        if (choice instanceof UvChoice.Executable own) {
            requireUv(own.path(), variables);
            return new Uv(own.path(), own.describe());
        }
        Supplier<UvDownload> download = download(python, variables);
        String key = UvWheels.key(platform);
        Path folder = choice instanceof UvChoice.OfVersion version
                ? stored(version.version(), version.sha256(), key, List.of(), download, offline)
                : stored(UvWheels.pinnedVersion(), UvWheels.sha256(key), key, List.of(), download, offline);
        return new Uv(
                folder.resolve(program()),
                choice instanceof UvChoice.OfVersion version ? version.version() : UvWheels.pinnedVersion());
    }

    /**
     * A uv of that version for this machine, where the store or the one behind it has one. Those of other machines stand on
     * the same shelf: of the pinned version it is known which is this machine's.
     */
    public Optional<Path> stored(String version) {
        String key = UvWheels.key(platform);
        boolean known =
                version.equals(UvWheels.pinnedVersion()) && UvWheels.platforms().contains(key);
        String name = known ? folder(version, UvWheels.sha256(key)) : folder(version, "");
        return store.shelves(store.tools()).stream()
                .flatMap(shelf -> folders(shelf).stream())
                .filter(folder -> folder.getFileName().toString().startsWith(name) && Store.complete(folder))
                .map(folder -> folder.resolve(program()))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** In a shelf that cannot be listed there is nothing for us. */
    private static List<Path> folders(Path shelf) {
        try (Stream<Path> folders = Files.list(shelf)) {
            return folders.sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    /**
     * The name of a uv's folder.
     *
     * @param sha256 the digest of its wheel; with an empty one, how the names of all of that version begin
     */
    private static String folder(String version, String sha256) {
        return "uv-" + version + "-" + sha256.substring(0, Math.min(12, sha256.length()));
    }

    private String program() {
        return platform.windows() ? "uv.exe" : "uv";
    }

    /**
     * Puts the pinned uv of another machine into the store, which may then be carried there.
     *
     * @param other one of {@link #platforms()}
     * @return its folder
     */
    public Path provideFor(String other, Supplier<Path> python, Map<String, String> variables) {
        return stored(
                UvWheels.pinnedVersion(),
                UvWheels.sha256(other),
                other,
                UvWheels.tags(other),
                download(python, variables),
                false);
    }

    /** Whatever else a program does with what uv is told, it is not what is meant. */
    private void requireUv(Path program, Map<String, String> variables) {
        Path folder = program.toAbsolutePath().resolveSibling("");
        Command asking =
                new Command(List.of(program.toString(), "--version"), folder, variables, Duration.ofMinutes(1));
        Completed said = processes.run(asking);
        if (!said.succeeded() || said.out().stream().noneMatch(line -> line.matches("uv \\d.*"))) {
            String first = Stream.concat(said.out().stream(), said.err().stream())
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .map(line -> "said '" + line.strip() + "'")
                    .orElse("said nothing");
            throw new UserFailure(
                    "<uvExecutable> names " + program + ", and that is no uv: asked for its version, it " + first + ".",
                    "Name the uv program itself, or leave it away: the plugin brings a uv of its own.");
        }
    }

    private Supplier<UvDownload> download(Supplier<Path> python, Map<String, String> variables) {
        return () -> new UvDownload(python.get(), variables, processes, listener);
    }

    /**
     * Fetches the wheel of a uv for any machine.
     *
     * @param uv its version, and the digest of the wheel for that machine
     * @param other one of {@link #platforms()}
     * @param folder for the wheel
     */
    public Path wheel(UvChoice.OfVersion uv, String other, Path python, Map<String, String> variables, Path folder)
            throws IOException {
        return new UvDownload(python, variables, processes, listener)
                .fetch(uv.version(), uv.sha256(), UvWheels.tags(other), folder);
    }

    private Path stored(
            String version,
            String sha256,
            String key,
            List<String> tags,
            Supplier<UvDownload> download,
            boolean offline) {
        return store.publish(
                store.tools(),
                folder(version, sha256),
                staging -> {
                    Optional<Path> mirrored = mirror.wheel(version, key);
                    if (mirrored.isPresent()) {
                        UvDownload.verify(mirrored.get(), sha256);
                        unpack(mirrored.get(), staging);
                    } else if (offline) {
                        throw new UserFailure(
                                "uv " + version + " is not in the store yet, and this build is offline.",
                                "Run mvn python-env:go-offline, or the build once, without -o; or name a uv of your own in"
                                        + " <uvExecutable>.");
                    } else {
                        unpack(download.get().fetch(version, sha256, tags, staging), staging);
                        Trees.delete(staging.resolve("wheel"));
                    }
                },
                listener);
    }

    private static void unpack(Path wheel, Path staging) throws IOException {
        // A wheel's name begins with name and version, and so does its folder of programs (PEP 427).
        Matcher wheelName = WHEEL.matcher(wheel.getFileName().toString());
        if (!wheelName.lookingAt()) {
            throw new IllegalStateException(wheel.getFileName() + " is no wheel of uv");
        }
        String scripts = wheelName.group() + ".data/scripts/";
        Archive.unpack(wheel, scripts, staging, bytes -> {});
        try (Stream<Path> programs = Files.list(staging)) {
            programs.filter(Files::isRegularFile)
                    .forEach(program -> program.toFile().setExecutable(true));
        }
    }
}
