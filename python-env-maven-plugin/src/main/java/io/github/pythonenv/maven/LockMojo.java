package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.LockReport;
import io.github.pythonenv.packages.LockMode;
import io.github.pythonenv.packages.NoPackages;
import io.github.pythonenv.packages.Packed;
import io.github.pythonenv.packages.Pyproject;
import io.github.pythonenv.packages.Upgrades;
import io.github.pythonenv.packages.UvLock;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Writes the locks: which Python, which uv and which packages all builds of this project take from now on, on every
 * platform. To be committed. Packages that requirements files, <code>packages</code> or a <code>pyproject.toml</code>
 * ask for are locked in <code>pylock.toml</code> (PEP 751), those of an environment with a name in
 * <code>pylock.NAME.toml</code>, those of a uv project in its <code>uv.lock</code>: with exact versions and hashes, for
 * Linux, macOS and Windows, of which each build takes what it needs. What is locked keeps its version where it still will
 * do, until <code>upgrade</code> or <code>-U</code>. Python and uv are locked in <code>python-env.lock</code>: what a
 * build would take here now, so that one is made first; with <code>-U</code>, the newest. It is one version for all
 * platforms where there is one: if what is in the store here is not to be had for every platform, the newest of its
 * series that is. What the lock has for other Python versions, which other environments of the project may ask for,
 * stays. Says what changed.
 */
@Mojo(name = "lock", threadSafe = true)
public final class LockMojo extends AbstractEnvironmentMojo {

    /** Whether all packages may get another version. <code>-U</code> means the same, and a newer Python as well. */
    @Parameter(property = "python-env.upgrade", defaultValue = "false")
    private boolean upgrade;

    /** Packages that may get another version, separated by commas; all others stay where they can. */
    @Parameter(property = "python-env.upgradePackage")
    private List<String> upgradePackage = List.of();

    /**
     * A file for what changed: as a table in Markdown, to be put into a pull request, or as JSON, in the form of
     * <code>lock-1.0.schema.json</code>, if its name ends with <code>.json</code>.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    private final Map<String, LockReport.Packages> first = new HashMap<>();

    @Inject
    public LockMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    boolean needsInputs() {
        return false;
    }

    @Override
    boolean builds() {
        return false;
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        if (outputFile != null) {
            OutputFile.expect(outputFile.toPath());
        }
        Upgrades upgrades = new Upgrades(upgrade || module.upgrades(), upgradePackage);
        if (!dryRun() && first.isEmpty() && lockedFirst(module, requests, upgrades)) {
            // Which Python is asked for, these locks say: so once more from the beginning.
            perform();
            return;
        }
        List<LockReport> reports = new ArrayList<>();
        Set<Path> written = new LinkedHashSet<>();
        for (EnvironmentRequest request : requests) {
            if (request.inputs() instanceof Packed) {
                getLog().info(module.prefix() + request.name() + " is made of "
                        + request.inputs().summary() + ": there is nothing to lock.");
                continue;
            }
            if (dryRun()) {
                getLog().info(module.prefix() + wouldLock(request));
                continue;
            }
            LockReport locked = new Environments(toolbox(module, request)).lock(request, upgrades);
            LockReport report = first.containsKey(request.name()) ? locked.with(first.get(request.name())) : locked;
            LockReportText.lines(report).forEach(line -> getLog().info(module.prefix() + line));
            reports.add(report);
            written.addAll(report.written());
        }
        written.forEach(file -> getLog().info(module.prefix() + "Wrote " + file + ": commit it."));
        if (outputFile != null && !dryRun()) {
            OutputFile.write(
                    outputFile.toPath(),
                    outputFile.getName().endsWith(".json")
                            ? DataOutput.json(LockReportText.data(reports))
                            : LockReportText.markdown(reports));
        }
    }

    /** Makes locks of uv projects that have none yet. */
    private boolean lockedFirst(Module module, List<EnvironmentRequest> requests, Upgrades upgrades) {
        boolean any = false;
        for (EnvironmentRequest request : requests) {
            if (isUnlockedProject(request) && request.settings().locks().mode() != LockMode.OFF) {
                first.put(request.name(), new Environments(toolbox(module, request)).lockPackages(request, upgrades));
                any = true;
            }
        }
        return any;
    }

    private static boolean isUnlockedProject(EnvironmentRequest request) {
        return (request.inputs() instanceof UvLock lock && !Files.exists(lock.file()))
                || (request.inputs() instanceof Pyproject project && project.ofUv());
    }

    private static String wouldLock(EnvironmentRequest request) {
        String packages = request.inputs() instanceof NoPackages
                ? ""
                : ", and lock the packages of " + request.inputs().summary();
        return "Dry run: would pin Python '" + request.python().text() + "' in "
                + request.lock().file() + packages + ".";
    }
}
