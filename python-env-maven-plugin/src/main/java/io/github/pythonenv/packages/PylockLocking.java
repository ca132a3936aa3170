package io.github.pythonenv.packages;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Resolves requirements for every platform into a lock in the format of PEP 751, with all hashes.
 *
 * @param calls calls for the runtime's interpreter
 * @param scratch a file beside which others may be made
 */
record PylockLocking(UvCalls calls, InstallSettings settings, Path scratch) {

    private static final String HEAD = """
            # The packages of this project for every platform, locked by mvn python-env:lock. Commit this file.
            """;

    /**
     * Writes the lock, whole or not at all.
     *
     * @param file it; what it has already stays as far as it may
     * @throws UserFailure in uv's words where the requirements cannot be resolved
     */
    void write(UnlockedInputs inputs, Path file, LockScope scope, Upgrades upgrades) throws IOException {
        String basis = LockBasis.digest(inputs, settings.locks(), scope);
        // Beside the lock, since paths of local projects in it are relative to it; uv wants such a name.
        Path draft = file.resolveSibling("pylock.draft-" + Long.toHexString(System.nanoTime()) + ".toml");
        try {
            if (PylockNote.in(file).isPresent()) {
                Files.copy(file, draft);
            }
            resolve(inputs, draft, scope, upgrades);
            String resolved = Files.readString(draft);
            refusePasswords(resolved, file);
            Files.writeString(draft, HEAD + resolved + new PylockNote(basis).text());
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void resolve(UnlockedInputs inputs, Path draft, LockScope scope, Upgrades upgrades) throws IOException {
        Requirements requirements = inputs.requirements();
        // Where the project is on this machine is not to stand in the lock; uv starts in its folder.
        List<String> packages = requirements.packages().stream()
                .map(line -> line.replace(requirements.folder().toString(), "."))
                .toList();
        try (ScratchFile named = ScratchFile.of(scratch, "packages", packages)) {
            List<String> arguments = new ArrayList<>(List.of("pip", "compile", "--universal", "--no-header"));
            arguments.addAll(List.of("--format", "pylock.toml", "--output-file", draft.toString()));
            arguments.addAll(List.of("--python-version", scope.lowest()));
            requirements.files().forEach(one -> arguments.add(one.toString()));
            if (!packages.isEmpty()) {
                arguments.add(named.path().toString());
            }
            requirements.constraints().forEach(one -> arguments.addAll(List.of("--constraints", one.toString())));
            arguments.addAll(inputs.resolverArguments());
            arguments.addAll(settings.wheels().arguments());
            arguments.addAll(upgrades.arguments());
            calls.in(requirements.folder()).call("The packages could not be locked", arguments);
        }
    }

    private static void refusePasswords(String resolved, Path file) {
        if (Credentials.writtenIn(resolved)) {
            throw new UserFailure(
                    "A requirement has a password in its URL, which would stand in " + file + ". Nothing was written.",
                    "Write the URL without user and password, and give them in netrc or in settings.xml, by a server"
                            + " whose id is the host.");
        }
    }
}
