package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.archive.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a lock is made from, as a digest that is the same on every machine: no absolute path is in it, no comment, no
 * line ending and no index that is configured elsewhere, since a lock may be made on one and installed from another.
 */
final class LockBasis {

    private LockBasis() {}

    /** SHA-256 of it. */
    static String digest(UnlockedInputs inputs, LockSettings settings, LockScope scope) {
        Requirements requirements = inputs.requirements();
        Path folder = requirements.folder();
        StringBuilder text = new StringBuilder("python " + scope.python() + "\n");
        if (!scope.accelerator().isEmpty()) {
            text.append("accelerator ").append(scope.accelerator()).append('\n');
        }
        settings.excludeNewer()
                .ifPresent(time -> text.append("until ").append(time).append('\n'));
        RequirementsFiles read = requirements.read();
        read.lines().forEach(line -> text.append("require ").append(anywhere(folder, line.text())));
        read.constraints().forEach(line -> text.append("constrain ").append(anywhere(folder, line.text())));
        inputs.resolverArguments().forEach(one -> text.append("argument ").append(anywhere(folder, one)));
        // Of requirements files, the lines are what counts.
        for (Path file : inputs.inputFiles()) {
            if (!read.files().contains(file)) {
                text.append("file ").append(digest(file)).append(' ').append(anywhere(folder, file.toString()));
            }
        }
        return Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A line in which the project's folder has no place of its own. */
    private static String anywhere(Path folder, String text) {
        return text.replace(folder.toString(), ".").replace('\\', '/') + "\n";
    }

    /** Git may write a text file with other line endings on Windows. */
    private static String digest(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Digests.sha256(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            .replace("\r\n", "\n")
                            .getBytes(StandardCharsets.ISO_8859_1))
                    : "absent";
        } catch (IOException e) {
            throw new UserFailure(
                    "The lock is made from " + file + ", which cannot be read: " + FileFault.why(e) + ".",
                    "Give this user the right to read it.",
                    e);
        }
    }
}
