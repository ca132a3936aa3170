package io.github.pythonenv.cleaning;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.archive.FolderArchive;
import io.github.pythonenv.environment.Removal;
import io.github.pythonenv.progress.ProgressEvent;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.store.DiskFault;
import io.github.pythonenv.store.Staging;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Removes environments that a search found: each is put into an archive if asked, noted, and taken away in one move. */
public final class Cleaning {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    /** An environment that was taken from its build system hardly packs to more than it was. */
    private static final long SPARE_BYTES = 16 << 20;

    private final Path workshop;
    private final boolean backup;
    private final Clock clock;
    private final AuditLog audit;
    private final ProgressListener listener;

    /**
     * @param workshop the folder for backups and for the log
     * @param backup whether each is kept as an archive
     * @param user who removes
     * @param listener is told of each
     */
    public Cleaning(Path workshop, boolean backup, String user, Clock clock, ProgressListener listener) {
        this.workshop = workshop;
        this.backup = backup;
        this.clock = clock;
        this.audit = new AuditLog(workshop.resolve("audit.log"), user, clock);
        this.listener = listener;
    }

    /**
     * Removes them one after the other, and ends with the first that cannot be removed, which is left as it was.
     *
     * @throws UserFailure which says what could not be done
     */
    public List<Removed> remove(List<Finding> findings) {
        List<Removed> removed = new ArrayList<>();
        try {
            prepare(findings);
            for (Finding finding : findings) {
                removed.add(remove(finding));
                listener.on(new ProgressEvent.Notice("Removed " + finding.folder() + "."));
            }
        } catch (IOException e) {
            throw failure(
                    removed.size() < findings.size()
                            ? findings.get(removed.size()).folder()
                            : workshop,
                    e);
        }
        return removed;
    }

    private void prepare(List<Finding> findings) throws IOException {
        Files.createDirectories(workshop);
        Path ignore = workshop.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
        Staging.sweep(bin());
        long needed = backup ? findings.stream().mapToLong(Finding::bytes).sum() + SPARE_BYTES : 0;
        long free = Files.getFileStore(workshop).getUsableSpace();
        if (needed > free) {
            throw new UserFailure(
                    "The backups may need " + (needed >> 20) + " MB, and the disk of " + workshop + " has "
                            + (free >> 20) + " MB left. Nothing was removed.",
                    "Make room, search a smaller folder with -Dpython-env.directory=…, or go without backups with"
                            + " -Dpython-env.backup=false.");
        }
    }

    private Removed remove(Finding finding) throws IOException {
        Optional<Backup> kept = backup ? Optional.of(backup(finding.folder())) : Optional.empty();
        Map<String, String> where = new LinkedHashMap<>();
        kept.ifPresent(archive -> {
            where.put("backup", archive.file().toString());
            where.put("sha256", archive.sha256());
        });
        // Archives take a while, and somebody may have put something else there.
        if (Files.isSymbolicLink(finding.folder())
                || Evidence.of(finding.folder()).isEmpty()) {
            throw new IOException("it is no environment any more");
        }
        audit.note("removing", finding, where);
        try {
            if (finding.ours()) {
                new Removal(finding.folder()).run("by clean", listener);
            } else {
                take(finding.folder());
            }
        } catch (IOException | UserFailure e) {
            audit.note("failed", finding, Map.of("failure", String.valueOf(e.getMessage())));
            throw e;
        }
        audit.note("removed", finding, where);
        return new Removed(finding, kept);
    }

    /** Moved first: what is killed meanwhile leaves all of it in its place, or nothing. */
    private void take(Path folder) throws IOException {
        Path aside = Staging.create(bin(), "removed");
        try {
            Files.move(folder, aside.resolve("environment"));
        } catch (DirectoryNotEmptyException e) {
            // On another disk than the workshop, from where it cannot be moved.
            Trees.delete(folder);
        } finally {
            discard(aside);
        }
    }

    private void discard(Path aside) {
        try {
            Staging.discard(aside);
        } catch (IOException e) {
            listener.on(
                    new ProgressEvent.Warning(aside + " could not be deleted, and the next clean tries again: " + e));
        }
    }

    private Path bin() {
        return workshop.resolve("removed");
    }

    private Backup backup(Path folder) throws IOException {
        Path folders = Files.createDirectories(workshop.resolve("backup"));
        Path file = folders.resolve(folder.getFileName() + "-" + TIME.format(clock.instant()) + ".tar.gz");
        for (int another = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); another++) {
            file = folders.resolve(
                    folder.getFileName() + "-" + TIME.format(clock.instant()) + "-" + another + ".tar.gz");
        }
        FolderArchive archive = new FolderArchive(folder, file);
        Optional<String> difference;
        try {
            archive.write();
            difference = archive.difference();
        } catch (IOException | UserFailure e) {
            Files.deleteIfExists(file);
            throw e;
        }
        if (difference.isPresent()) {
            Files.deleteIfExists(file);
            throw new UserFailure(
                    "The backup of " + folder + " is not what stands there: " + difference.get()
                            + ". The environment was left as it is.",
                    "See that nothing is changing it, and call clean again.");
        }
        return new Backup(file, Digests.sha256(file));
    }

    private static UserFailure failure(Path folder, IOException e) {
        String hint = DiskFault.of(e) == DiskFault.FULL
                ? "Make room, or go without backups with -Dpython-env.backup=false."
                : "See that no program is using it and that this user may change it, and call clean again.";
        return new UserFailure(
                folder + " could not be removed and was left as it is: " + e.getMessage() + ".", hint, e);
    }
}
