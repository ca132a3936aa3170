package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs requirements: resolves them to exact versions where they are not exact already, then syncs.
 *
 * @param calls calls for the runtime's interpreter
 * @param inside calls for the environment's interpreter
 * @param kept what they were resolved to before
 */
record RequirementsInstall(UvCalls calls, UvCalls inside, InstallSettings settings, Resolutions kept) {

    void install(Requirements requirements) throws IOException {
        // A local project's wheel in uv's cache may be of an earlier state of its sources.
        List<String> options = requirements.sourceTrees().isEmpty() ? List.of() : List.of("--refresh");
        HashedSync sync = new HashedSync(inside, settings);
        if (requirements.hashed()) {
            sync.sync(requirements.files(), options.isEmpty(), options);
            return;
        }
        String key = Resolutions.key(
                requirements, settings, calls.python().toString(), calls.uv().version());
        Optional<Path> known = settings.upgrade() ? Optional.empty() : kept.of(key);
        Path resolution = known.isPresent() ? known.get() : resolve(requirements, key);
        boolean hashed = RequirementsFile.read(resolution, Map.of()).hashed();
        sync.sync(List.of(resolution), hashed && options.isEmpty(), options);
    }

    private Path resolve(Requirements requirements, String key) throws IOException {
        Path folder = Files.createDirectories(kept.file().getParent());
        Path draft = Files.createTempFile(folder, "resolution", ".txt");
        Path named = Files.createTempFile(folder, "packages", ".in");
        try {
            if (Files.exists(kept.file())) {
                // uv keeps the versions that it finds in its output file, as far as they still fit.
                Files.copy(kept.file(), draft, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.write(named, requirements.packages());
            calls.call("The requirements could not be resolved", arguments(requirements, named, draft));
            kept.keep(key, draft);
            return kept.file();
        } finally {
            Files.deleteIfExists(draft);
            Files.deleteIfExists(named);
        }
    }

    private List<String> arguments(Requirements requirements, Path named, Path draft) {
        List<String> arguments = new ArrayList<>(List.of("pip", "compile", "--quiet", "--no-header", "--no-annotate"));
        arguments.addAll(List.of("--generate-hashes", "--emit-index-url", "--emit-find-links", "--emit-build-options"));
        arguments.addAll(List.of("--output-file", draft.toString()));
        requirements.files().forEach(file -> arguments.add(file.toString()));
        if (!requirements.packages().isEmpty()) {
            arguments.add(named.toString());
        }
        requirements.constraints().forEach(file -> arguments.addAll(List.of("--constraints", file.toString())));
        if (settings.upgrade()) {
            arguments.add("--upgrade");
        }
        return arguments;
    }
}
