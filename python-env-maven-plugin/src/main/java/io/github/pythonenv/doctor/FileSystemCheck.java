package io.github.pythonenv.doctor;

import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.SwapMode;
import io.github.pythonenv.store.Disks;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the file systems can do: each thing is tried in a folder that is removed again. */
record FileSystemCheck(Examination examination) implements Check {

    @Override
    public String id() {
        return "file-system";
    }

    @Override
    public Category category() {
        return Category.DISK;
    }

    @Override
    public String title() {
        return "Links, renames and programs in the folders that are needed";
    }

    @Override
    public Outcome look() throws IOException {
        Findings findings = new Findings();
        tryAlone(findings, "store", examination.store().home());
        for (Path folder : examination.environmentFolders()) {
            tryAlone(findings, "environments", folder);
            tryWithCache(findings, folder);
            tryWithGenerations(findings, folder);
        }
        examination.wanted().stream().map(Wanted::request).forEach(request -> lookForMount(findings, request));
        return findings.outcome();
    }

    private void tryAlone(Findings findings, String what, Path folder) throws IOException {
        boolean windows = examination.host().platform().windows();
        try (Trial trial = Trial.in(folder)) {
            boolean links = trial.links();
            boolean starts = windows || trial.starts(examination.processes());
            findings.saw(
                    what,
                    folder + ": small and capital letters are " + (trial.tellsCase() ? "" : "not ")
                            + "told apart, symbolic links "
                            + (links ? "can" : "cannot") + " be made, programs are "
                            + (starts ? "" : "not ") + "started");
            if (!links && !windows) {
                findings.fault(
                        "No symbolic link can be made in " + folder,
                        "Virtual environments consist of links: choose a folder on a file system that has them.");
            }
            if (!starts) {
                findings.fault(
                        "No program can be started in " + folder,
                        "The file system is mounted with noexec, as a rule: mount it without, or choose a folder on"
                                + " another one.");
            }
        } catch (IOException e) {
            untried(findings, folder, e);
        }
    }

    private void tryWithCache(Findings findings, Path folder) {
        Optional<Path> cache = examination.cache();
        boolean copies = examination.wanted().stream()
                .map(Wanted::request)
                .anyMatch(request ->
                        request.settings().linkMode().filter("copy"::equals).isPresent());
        if (cache.isEmpty() || copies) {
            return;
        }
        try (Trial there = Trial.in(cache.get());
                Trial here = Trial.in(folder)) {
            if (there.sharesFilesWith(here)) {
                findings.saw("hard links", "from " + cache.get() + " to " + folder);
            } else {
                findings.doubt(
                        "Files of uv's cache " + cache.get() + " cannot be linked into " + folder,
                        "Packages will be copied, which takes time and room: put the cache on the file system of the"
                                + " project (UV_CACHE_DIR), or say that you know with <linkMode>copy</linkMode>.");
            }
        } catch (IOException e) {
            untried(findings, cache.get(), e);
        }
    }

    /** New environments are made in {@code .python-env} and come to their place by a rename. */
    private static void tryWithGenerations(Findings findings, Path folder) {
        try (Trial made = Trial.in(folder.resolve(".python-env"));
                Trial target = Trial.in(folder)) {
            if (!made.renamesTo(target)) {
                findings.fault(
                        "No folder can be moved from " + folder.resolve(".python-env") + " to " + folder
                                + " by a rename",
                        "They lie on two file systems: let .python-env be an ordinary folder there, no link and no"
                                + " mount point.");
            }
        } catch (IOException e) {
            untried(findings, folder, e);
        }
    }

    private void lookForMount(Findings findings, EnvironmentRequest request) {
        Path directory = request.directory();
        Optional<Disks.Disk> own = examination.disks().of(directory);
        Optional<Disks.Disk> around = examination.disks().of(directory.resolveSibling(""));
        boolean mounted = Files.isDirectory(directory)
                && own.isPresent()
                && around.isPresent()
                && !own.get().name().equals(around.get().name());
        if (mounted && request.swap() != SwapMode.IN_PLACE) {
            findings.fault(
                    directory + " is a mount point, and nothing can take its place by a rename",
                    "Set <swap>inPlace</swap> (-Dpython-env.swap=inPlace), or mount the folder above it.");
        }
    }

    private static void untried(Findings findings, Path folder, IOException why) {
        findings.saw("not tried", folder + ", since nothing can be written there (see write-rights): " + why);
    }
}
