package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file for one call of uv: what has to be told and may not stand on a command line. */
record ScratchFile(Path path) implements AutoCloseable {

    /**
     * @param beside a file whose folder it is made in; only its owner may read it
     * @param name what it is called in messages of uv, as far as can be
     */
    static ScratchFile of(Path beside, String name, List<String> lines) throws IOException {
        Path folder = Files.createDirectories(beside.resolveSibling(""));
        Path file = Files.createTempFile(folder, name + "-", ".in");
        return new ScratchFile(Files.write(file, lines));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
