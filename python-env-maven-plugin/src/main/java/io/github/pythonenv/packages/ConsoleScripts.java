package io.github.pythonenv.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The programs that a package declares. Source: "Entry points specification" of the Python packaging specifications.
 */
record ConsoleScripts(InstalledPackage installed, Path bin) {

    /** Enough of a script to see what starts it. */
    private static final int HEAD = 512;

    List<Defect> defects() {
        try {
            List<Defect> defects = new ArrayList<>();
            for (EntryPoint declared : installed.programs()) {
                defect(declared.program()).ifPresent(text -> defects.add(new Defect(installed.name(), text)));
            }
            return defects;
        } catch (IOException e) {
            return List.of(
                    new Defect(installed.name(), "the programs of " + installed.name() + " cannot be read: " + e));
        }
    }

    private Optional<String> defect(String script) throws IOException {
        Path windows = bin.resolve(script + ".exe");
        if (Files.exists(windows)) {
            return Optional.empty();
        }
        Path file = bin.resolve(script);
        if (!Files.isExecutable(file)) {
            return Optional.of("the program " + script + (Files.exists(file) ? " cannot be executed" : " is missing"));
        }
        String head;
        try (var stream = Files.newInputStream(file)) {
            head = new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
        // uv's scripts of a relocatable environment start the interpreter beside themselves by way of /bin/sh.
        boolean beside = head.startsWith("#!/bin/sh") && head.contains("dirname -- ");
        return beside ? Optional.empty() : Optional.of("the program " + script + " starts another interpreter");
    }
}
