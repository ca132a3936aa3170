package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Installs a lock in the format of PEP 751.
 *
 * @param inside calls for the environment's interpreter
 */
record PylockInstall(UvCalls inside, InstallSettings settings) {

    void install(Pylock pylock, Path directory) throws IOException {
        List<String> options = new ArrayList<>();
        pylock.extras().forEach(extra -> options.addAll(List.of("--extra", extra)));
        pylock.groups().forEach(group -> options.addAll(List.of("--group", group)));
        UvCalls beside = inside.in(pylock.folder());
        IndexInForce index = IndexInForce.in(inside.variables());
        if (index.url().isEmpty()
                || !pylock.extras().isEmpty()
                || !pylock.groups().isEmpty()) {
            List<String> arguments = new ArrayList<>(List.of(
                    "pip", "sync", "--allow-empty-requirements", pylock.file().toString()));
            arguments.addAll(options);
            beside.call("The packages of " + pylock.file() + " could not be installed", arguments);
            return;
        }
        Path pins = directory.resolveSibling(directory.getFileName() + "-pins.txt");
        try {
            Files.write(pins, PylockPins.of(pylock.file()));
            new HashedSync(beside, settings).sync(List.of(pins), true, List.of());
        } finally {
            Files.deleteIfExists(pins);
        }
    }
}
