package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.progress.ProgressEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Installs requirements. Where hashes are given, as they stand: pip's rule is that each needs one then, and uv's
 * resolver would silently replace them by those of the index. Else they are resolved to exact versions with hashes,
 * which are kept, and those are installed.
 *
 * @param calls calls for the runtime's interpreter
 * @param inside calls for the environment's interpreter
 * @param version of the interpreter
 * @param kept what they were resolved to before
 * @param again packages to fetch and install anew, past uv's cache
 */
record RequirementsInstall(
        UvCalls calls, UvCalls inside, String version, InstallSettings settings, Resolutions kept, List<String> again) {

    private static final String FAILED = "The packages could not be installed";

    void install(UnlockedInputs inputs) throws IOException {
        Requirements requirements = inputs.requirements();
        RequirementsFiles read = requirements.read();
        inputs.remarks().forEach(text -> calls.listener().on(new ProgressEvent.Warning(text)));
        if (read.lines().isEmpty() && inputs.resolverArguments().isEmpty()) {
            return;
        }
        if (read.hashed()) {
            asTheyStand(requirements, read);
        } else {
            resolved(inputs, requirements, read);
        }
    }

    private void asTheyStand(Requirements requirements, RequirementsFiles read) throws IOException {
        read.unhashed().ifPresent(RequirementsInstall::refuse);
        try (ScratchFile all = ScratchFile.of(kept.file(), "packages", read.text())) {
            // uv says where a line is wrong, so it gets the files themselves; but it would want each constraint in them
            // to be exact, too.
            boolean themselves =
                    read.constraints().isEmpty() && requirements.packages().isEmpty();
            List<String> files = themselves
                    ? requirements.files().stream().map(Path::toString).toList()
                    : List.of(all.path().toString());
            Completed completed = sync(requirements, read, read, files);
            completed.err().stream()
                    .filter(line -> line.startsWith("warning: ") && line.endsWith("but it's not installed"))
                    .findFirst()
                    .ifPresent(line -> refuseIncomplete(line.substring("warning: ".length())));
        }
    }

    private void resolved(UnlockedInputs inputs, Requirements requirements, RequirementsFiles read) throws IOException {
        String key = Resolutions.key(inputs, settings, machine(), calls.uv().version());
        Optional<Path> known = settings.upgrade() ? Optional.empty() : kept.of(key);
        if (known.isPresent()) {
            syncResolved(requirements, read, known.get());
            return;
        }
        Path draft = kept.draft();
        try {
            resolve(inputs, requirements, draft);
            syncResolved(requirements, read, draft);
            // Only now: what could not be installed is not to be tried again before the index is asked again.
            if (!kept.keep(key, draft)) {
                calls.listener()
                        .on(new ProgressEvent.Warning("A requirement has a password in its URL, so the versions found"
                                + " are not kept: the next rebuild may install others. Take it from a variable"
                                + " (https://${USER}:${PASSWORD}@…) or from netrc."));
            }
            // A project should be the same everywhere; a few packages for a build step often need not.
            if (inputs instanceof Pyproject && settings.locks().mode() == LockMode.AUTO) {
                calls.listener()
                        .on(new ProgressEvent.Notice("No lock says which versions " + inputs.summary()
                                + " gets: the newest that fit were taken, and are kept in this checkout. mvn"
                                + " python-env:lock locks them for every machine."));
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void resolve(UnlockedInputs inputs, Requirements requirements, Path draft) throws IOException {
        try (ScratchFile named = ScratchFile.of(kept.file(), "packages", requirements.packages())) {
            List<String> arguments = new ArrayList<>(List.of("pip", "compile", "--no-header", "--no-annotate"));
            arguments.addAll(List.of("--generate-hashes", "--output-file", draft.toString()));
            requirements.files().forEach(file -> arguments.add(file.toString()));
            if (!requirements.packages().isEmpty()) {
                arguments.add(named.path().toString());
            }
            arguments.addAll(inputs.resolverArguments());
            arguments.addAll(settings.wheels().arguments());
            arguments.addAll(constraints(requirements));
            if (settings.upgrade()) {
                arguments.add("--upgrade");
            }
            calls.call("The requirements could not be resolved", arguments);
        }
    }

    private void syncResolved(Requirements requirements, RequirementsFiles read, Path resolution) throws IOException {
        RequirementsFiles exact = RequirementsFiles.written(requirements.folder(), resolution);
        List<String> lines = new ArrayList<>(IndexOptions.of(read));
        lines.addAll(Files.readAllLines(resolution));
        try (ScratchFile file = ScratchFile.of(kept.file(), "packages", lines)) {
            sync(requirements, read, exact, List.of(file.path().toString()));
        }
    }

    private Completed sync(
            Requirements requirements, RequirementsFiles read, RequirementsFiles exact, List<String> files)
            throws IOException {
        List<String> bounds = read.hashedConstraints();
        try (ScratchFile constraints = ScratchFile.of(kept.file(), "constraints", bounds)) {
            List<String> arguments = new ArrayList<>(List.of("pip", "sync", "--allow-empty-requirements"));
            arguments.addAll(files);
            arguments.add(exact.hashChecking());
            if (!bounds.isEmpty()) {
                // The hash that a constraint gives has to be among those found.
                arguments.addAll(List.of("--constraints", constraints.path().toString()));
            }
            // Where nothing was resolved, only uv's look at the result tells that a dependency is not listed.
            arguments.add("--strict");
            arguments.addAll(settings.wheels().arguments());
            arguments.addAll(LocalProject.builtAnew(requirements.copies()));
            again.forEach(name -> arguments.addAll(List.of("--reinstall-package", name)));
            return again.isEmpty() && exact.unhashed().isEmpty()
                    ? inside.callOnCacheFirst(FAILED, arguments)
                    : inside.call(FAILED, arguments);
        }
    }

    private static List<String> constraints(Requirements requirements) {
        return requirements.constraints().stream()
                .flatMap(file -> List.of("--constraints", file.toString()).stream())
                .toList();
    }

    /** What decides markers: the interpreter and the machine. */
    private String machine() {
        return version + " " + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static void refuse(RequirementLine line) {
        throw new UserFailure(
                line.at() + ": " + line.text() + " has no hash, while others have. Where one requirement is fixed by"
                        + " hash, each has to be.",
                "Write all hashes with uv pip compile --generate-hashes (or pip-compile), or take them all away.");
    }

    private static void refuseIncomplete(String said) {
        throw new UserFailure(
                "The requirements have hashes, so nothing is installed but what they list, and something is missing: "
                        + said + ".",
                "Let a tool list everything: uv pip compile --generate-hashes (or pip-compile).");
    }
}
