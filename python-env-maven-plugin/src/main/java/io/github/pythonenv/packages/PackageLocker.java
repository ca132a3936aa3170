package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.progress.ProgressEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Locks packages, and keeps locks up to date, by way of uv. */
public final class PackageLocker {

    private final UvCalls choosing;
    private final UvCalls calls;
    private final InstallSettings settings;
    private final Path scratch;

    /**
     * @param choosing calls by which uv takes the wheels of PyTorch that were chosen
     * @param calls calls without that choice
     * @param scratch a file beside which others may be made
     */
    PackageLocker(UvCalls choosing, UvCalls calls, InstallSettings settings, Path scratch) {
        this.choosing = choosing;
        this.calls = calls;
        this.settings = settings;
        this.scratch = scratch;
    }

    /** Whether inputs say by exact versions and digests what is installed, so that they are their own lock. */
    public static boolean hashed(UnlockedInputs inputs) {
        return inputs.requirements().read().hashed();
    }

    /**
     * Locks what no lock has locked yet, for every platform.
     *
     * @param file the lock, in the format of PEP 751; one that is there is kept to as far as it may be
     * @throws UserFailure in uv's words where they cannot be resolved
     */
    public LockUpdate lock(UnlockedInputs inputs, Path file, LockScope scope, Upgrades upgrades) throws IOException {
        LockContents before = PylockNote.in(file).isPresent() ? LockContents.of(file) : LockContents.NONE;
        new PylockLocking(choosing, settings, scratch).write(inputs, file, scope, upgrades);
        return update(before, file, upgrades);
    }

    /**
     * Locks a uv project, on the indexes that are in force.
     *
     * @throws UserFailure in uv's words where it cannot be resolved
     */
    public LockUpdate lock(UvLock project, Upgrades upgrades) {
        return lockProject(project.root(), upgrades);
    }

    /** Locks a uv project that has no lock yet. */
    public LockUpdate lock(Pyproject project, Upgrades upgrades) {
        return lockProject(project.folder(), upgrades);
    }

    private LockUpdate lockProject(Path folder, Upgrades upgrades) {
        LockContents before = LockContents.of(lockOf(folder));
        List<String> arguments = new ArrayList<>(List.of("lock"));
        arguments.addAll(upgrades.arguments());
        calls.in(folder).call("The project in " + folder + " could not be locked", arguments);
        return update(before, lockOf(folder), upgrades);
    }

    /** A member of a workspace is locked at its root. */
    private static Path lockOf(Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve("uv.lock"))) {
                return above.resolve("uv.lock");
            }
        }
        return folder.resolve("uv.lock");
    }

    /**
     * Sees to it that a lock fits what it was made from: makes it fit, or says that it does not, as the settings want.
     *
     * @return the lock, if it was written; nothing for inputs that are not locked, or were not locked here
     * @throws UserFailure where it does not fit, and is not to be changed or cannot be; where there has to be one and is
     *     none
     */
    public Optional<LockUpdate> fit(PackageInputs inputs, LockScope scope) throws IOException {
        LockMode mode = settings.locks().mode();
        if (inputs instanceof UvLock lock && mode == LockMode.OFF) {
            throw new UserFailure(
                    "lockMode is off, and what " + lock.root() + " is installed from is its uv.lock.",
                    "Set lockMode to frozen to install from it without a look at pyproject.toml, or install something"
                            + " else: <requirements> or <packages>.");
        }
        if (!mode.checks()) {
            return Optional.empty();
        }
        if (inputs instanceof UnlockedInputs unlocked) {
            requireLock(unlocked, mode);
        }
        if (inputs instanceof LockedInputs locked && !fits(locked, scope)) {
            requireChange(locked.lock().file(), locked.source().summary(), mode);
            return Optional.of(lock(locked.source(), locked.lock().file(), scope, Upgrades.NONE));
        }
        if (inputs instanceof UvLock lock && !new LockFreshness(calls.in(lock.member())).fits(lock)) {
            requireChange(lock.file(), "pyproject.toml", mode);
            return Optional.of(lock(lock, Upgrades.NONE));
        }
        return Optional.empty();
    }

    private void requireLock(UnlockedInputs inputs, LockMode mode) {
        if (mode == LockMode.AUTO || hashed(inputs)) {
            return;
        }
        String what = "There is no lock of " + inputs.summary();
        if (mode == LockMode.LOCKED) {
            throw new UserFailure(
                    what + ", and lockMode is locked.",
                    "Run mvn python-env:lock and commit what it writes; or set lockMode to auto"
                            + " (-Dpython-env.lockMode=auto) to have the newest versions resolved.");
        }
        calls.listener()
                .on(new ProgressEvent.Warning(what + ": another build may install other versions. Run"
                        + " mvn python-env:lock and commit what it writes, or set lockMode to auto."));
    }

    private boolean fits(LockedInputs locked, LockScope scope) {
        String now = LockBasis.digest(locked.source(), settings.locks(), scope);
        return PylockNote.in(locked.lock().file())
                .filter(note -> note.inputs().equals(now))
                .isPresent();
    }

    private static void requireChange(Path lock, String basis, LockMode mode) {
        if (mode != LockMode.AUTO) {
            throw new UserFailure(
                    lock + " is out of date: it does not fit " + basis + ", which was changed after it was made.",
                    "Run mvn python-env:lock and commit " + lock.getFileName()
                            + "; or, to install from it as it is, set"
                            + " lockMode to frozen (-Dpython-env.lockMode=frozen).");
        }
    }

    private LockUpdate update(LockContents before, Path file, Upgrades upgrades) {
        LockContents now = LockContents.of(file);
        upgrades.unknown(before, now).forEach(text -> calls.listener().on(new ProgressEvent.Warning(text)));
        return new LockUpdate(file, now.since(before));
    }
}
