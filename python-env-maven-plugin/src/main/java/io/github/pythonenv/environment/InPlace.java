package io.github.pythonenv.environment;

import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Replaces the contents of the target's folder and leaves the folder itself where it is: a mount point cannot be
 * renamed, and may be a file system of its own. The new contents are copied into the folder first and then take the
 * place of the old by renames, two marker files telling a later run how far that went. Between the first and the last
 * rename there is no whole environment; that is what this costs.
 */
final class InPlace implements Replacement {

    /** The new contents, inside the target while they are coming. */
    static final String INCOMING = ".python-env-incoming";

    private static final String OUTGOING = ".python-env-outgoing";
    private static final String MARKER = ".python-env-complete";

    @Override
    public Optional<Path> replace(Path fresh, Path target, Path python) throws IOException {
        Files.createDirectories(target);
        Trees.delete(target.resolve(INCOMING));
        Trees.delete(target.resolve(OUTGOING));
        try {
            Trees.copy(fresh, target.resolve(INCOMING));
            Files.createFile(target.resolve(INCOMING).resolve(MARKER));
        } catch (IOException e) {
            Trees.delete(target.resolve(INCOMING));
            throw e;
        }
        finish(target);
        return Optional.empty();
    }

    @Override
    public Optional<String> recover(Path target) throws IOException {
        if (Files.exists(target.resolve(INCOMING).resolve(MARKER))) {
            finish(target);
            return Optional.of(
                    "An earlier build was cut off while it replaced the contents of " + target + "; that is done now.");
        }
        Trees.delete(target.resolve(INCOMING));
        Trees.delete(target.resolve(OUTGOING));
        return Optional.empty();
    }

    /** Moves the old contents out, then the new ones in; can be called again wherever it was cut off. */
    private static void finish(Path target) throws IOException {
        Path incoming = target.resolve(INCOMING);
        Path outgoing = Files.createDirectories(target.resolve(OUTGOING));
        if (!Files.exists(outgoing.resolve(MARKER))) {
            for (String name : Observer.names(target)) {
                if (!name.equals(INCOMING) && !name.equals(OUTGOING)) {
                    Files.move(target.resolve(name), outgoing.resolve(name));
                }
            }
            Files.createFile(outgoing.resolve(MARKER));
        }
        for (String name : Observer.names(incoming)) {
            if (!name.equals(MARKER)) {
                Files.move(incoming.resolve(name), target.resolve(name));
            }
        }
        Trees.delete(incoming);
        Trees.delete(outgoing);
    }
}
