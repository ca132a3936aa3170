package io.github.pythonenv.environment;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts a new generation in the place of what stands at the target, so that at every moment a whole environment is
 * there: both are exchanged in one system call where the system can (renameat2 with RENAME_EXCHANGE on Linux,
 * renamex_np with RENAME_SWAP on macOS), else by two renames that a journal makes repairable.
 *
 * <p>Java has no call for an exchange, so the provisioned CPython makes it through its ctypes.
 */
final class Swap implements Replacement {

    /** Flags: RENAME_EXCHANGE is 2 in renameat2(2); RENAME_SWAP is 2 in renamex_np(2); AT_FDCWD is -100 on Linux. */
    private static final String EXCHANGE = """
            import ctypes, os, sys
            a, b = (os.fsencode(p) for p in sys.argv[1:])
            libc = ctypes.CDLL(None, use_errno=True)
            if sys.platform == "darwin":
                failed = libc.renamex_np(a, b, 2)
            else:
                failed = libc.renameat2(-100, a, -100, b, 2)
            sys.exit(os.strerror(ctypes.get_errno()) if failed else 0)
            """;

    private final Processes processes;
    private final Path journal;
    private final Map<String, String> variables;
    private final boolean windows;

    /**
     * @param journal the file that tells of a swap by two renames while it lasts
     * @param variables the environment variables of this process
     * @param windows whether the system is Windows, which has no call for an exchange
     */
    Swap(Processes processes, Path journal, Map<String, String> variables, boolean windows) {
        this.processes = processes;
        this.journal = journal;
        this.variables = variables;
        this.windows = windows;
    }

    /** One for an environment on this machine. */
    static Swap of(Generations generations, Toolbox tools) {
        return new Swap(tools.processes(), generations.swapNote(), tools.host().environment(), tools.windows());
    }

    @Override
    public Optional<Path> replace(Path fresh, Path target, Path python) throws IOException {
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || isEmptyFolder(target)) {
            move(fresh, target, target);
            return Optional.empty();
        }
        if (windows || !exchanged(fresh, target, python)) {
            rename(fresh, target);
        }
        return Optional.of(fresh);
    }

    @Override
    public Optional<String> recover(Path target) throws IOException {
        if (!Files.exists(journal)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(journal);
        Optional<String> told = Optional.empty();
        if (lines.size() == 3) {
            Path fresh = Path.of(lines.get(1));
            Path aside = Path.of(lines.get(2));
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(Files.exists(fresh) ? fresh : aside, target);
                told = Optional.of("An earlier build was cut off while it replaced " + target + "; it is whole again.");
            }
            if (Files.exists(aside, LinkOption.NOFOLLOW_LINKS) && !Files.exists(fresh)) {
                Files.move(aside, fresh);
            }
        }
        Files.delete(journal);
        return told;
    }

    /** What keeps the two from being exchanged is no matter: where renames fail as well, they say why. */
    private boolean exchanged(Path fresh, Path target, Path python) {
        Command exchange = new Command(
                List.of(python.toString(), "-I", "-S", "-c", EXCHANGE, fresh.toString(), target.toString()),
                Objects.requireNonNull(fresh.getParent()),
                ChildEnvironment.from(variables),
                Duration.ofMinutes(1));
        return processes.run(exchange).succeeded();
    }

    private void rename(Path fresh, Path target) throws IOException {
        Path aside = fresh.resolveSibling(fresh.getFileName() + "-displaced");
        Files.createDirectories(journal.getParent());
        // Written aside and renamed, so that a journal is either whole or not there.
        Path draft = journal.resolveSibling(journal.getFileName() + ".draft");
        Files.write(draft, List.of(target.toString(), fresh.toString(), aside.toString()));
        Files.move(draft, journal, StandardCopyOption.REPLACE_EXISTING);
        try {
            move(target, aside, target);
            moveIn(fresh, target, aside);
        } finally {
            // Without the target, the journal is what leads back to it.
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(journal);
            }
        }
    }

    private static void moveIn(Path fresh, Path target, Path aside) throws IOException {
        try {
            move(fresh, target, target);
        } catch (UserFailure | IOException e) {
            Files.move(aside, target);
            throw e;
        }
        Files.move(aside, fresh);
    }

    private static void move(Path from, Path to, Path target) throws IOException {
        try {
            // An empty folder in the way would be no obstacle on POSIX systems, but is on Windows.
            Files.deleteIfExists(to);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw refused(target, e.getReason() != null ? e.getReason() : e.toString());
        }
    }

    private static UserFailure refused(Path target, String why) {
        return new UserFailure(
                "The new environment is ready, but " + target + " cannot be replaced: " + why
                        + ". What stood there was kept.",
                "Close programs that use it. If it is a mount point, set <swap>inPlace</swap> (-Dpython-env.swap=inPlace),"
                        + " or choose another folder with <directory> (-Dpython-env.directory=…).");
    }

    private static boolean isEmptyFolder(Path target) {
        return Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)
                && Observer.names(target).isEmpty();
    }
}
