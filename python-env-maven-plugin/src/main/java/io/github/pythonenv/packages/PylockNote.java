package io.github.pythonenv.packages;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is noted at the end of a {@code pylock.toml} that was made here: the digest of what it was made from. It stands
 * in the lock itself, so that the two cannot be committed apart. Source: PEP 751, which leaves the table {@code tool} to
 * tools.
 *
 * @param inputs SHA-256, see {@link LockBasis}
 */
record PylockNote(String inputs) {

    private static final Pattern WRITTEN =
            Pattern.compile("\\[tool\\.python-env]\\s(?:#.*\\R)*inputs = \"(?<inputs>[0-9a-f]{64})\"");

    /** Enough for the note, which is the end of the file: a build with nothing to do asks for it. */
    private static final int TAIL = 400;

    /** The note in a lock; nothing where there is no such file, or where something else made it. */
    static Optional<PylockNote> in(Path lock) {
        if (!Files.isRegularFile(lock)) {
            return Optional.empty();
        }
        try (RandomAccessFile file = new RandomAccessFile(lock.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL));
            byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(tail);
            Matcher written = WRITTEN.matcher(new String(tail, StandardCharsets.UTF_8));
            return written.find() ? Optional.of(new PylockNote(written.group("inputs"))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** As the last lines of a lock. */
    String text() {
        return """

                [tool.python-env]
                # What this was made from. mvn python-env:lock writes it anew.
                inputs = "%s"
                """.formatted(inputs);
    }
}
