package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Compiles the modules of a tree, once and for all machines: Python looks at the times of sources unless bytecode says
 * that it is not to (unchecked, by PEP 552), and unpacking changes times. Nothing is imported, so no code of packages
 * runs.
 */
final class Bytecode {
    private static final String SCRIPT = "compile_tree.py";

    /** Always as many, however many processors there are: what is compiled together is then the same everywhere. */
    private static final int SHARES = 4;

    private final Runtime runtime;
    private final Path scratch;
    private final Processes processes;
    private final Map<String, String> variables;

    /**
     * @param scratch the folder for the compiled modules
     * @param variables of the interpreter that compiles
     */
    Bytecode(Runtime runtime, Path scratch, Processes processes, Map<String, String> variables) {
        this.runtime = runtime;
        this.scratch = scratch;
        this.processes = processes;
        this.variables = new TreeMap<>(variables);
        // Sets of constants are written in the order of their hashes.
        this.variables.put("PYTHONHASHSEED", "0");
    }

    /**
     * The same tree with a compiled module beside each that compiles.
     *
     * @param library the folder that modules are in
     */
    Map<String, TreeEntry> tree(Map<String, TreeEntry> entries, String library) throws IOException {
        String suffix = ".cpython-" + runtime.version().series().replace(".", "") + ".pyc";
        Map<String, TreeEntry> compiled = new TreeMap<>();
        List<List<String>> shares = new ArrayList<>();
        IntStream.range(0, SHARES).forEach(share -> shares.add(new ArrayList<>()));
        int count = 0;
        for (Map.Entry<String, TreeEntry> one : entries.entrySet()) {
            String name = one.getKey();
            if (name.startsWith(library + "/")
                    && name.endsWith(".py")
                    && name.indexOf('\n') < 0
                    && name.indexOf('\t') < 0
                    && one.getValue() instanceof TreeEntry.Content file) {
                int slash = name.lastIndexOf('/');
                String cache =
                        name.substring(0, slash) + "/__pycache__" + name.substring(slash, name.length() - 3) + suffix;
                Path target = scratch.resolve(cache);
                shares.get(count++ % SHARES).add(file.content() + "\t" + target + "\t" + name);
                compiled.put(cache, new TreeEntry.Content(Part.BYTECODE, target, false));
            }
        }
        compile(shares);
        Map<String, TreeEntry> all = new TreeMap<>(entries);
        compiled.forEach((name, entry) -> {
            if (Files.isRegularFile(((TreeEntry.Content) entry).content())) {
                all.put(name, entry);
            }
        });
        return all;
    }

    private void compile(List<List<String>> shares) throws IOException {
        Files.createDirectories(scratch);
        Path script = Files.write(scratch.resolve(SCRIPT), script());
        List<Path> lists = new ArrayList<>();
        for (int share = 0; share < shares.size(); share++) {
            lists.add(Files.write(scratch.resolve("modules-" + share + ".txt"), shares.get(share)));
        }
        lists.parallelStream().forEach(list -> compile(script, list));
    }

    private void compile(Path script, Path list) {
        Completed done = processes.run(new Command(
                List.of(
                        runtime.executable().toString(),
                        "-s",
                        "-S",
                        "-W",
                        "ignore",
                        script.toString(),
                        list.toString()),
                scratch,
                variables,
                Duration.ofMinutes(30)));
        if (!done.succeeded()) {
            // Of a traceback, what it is about.
            List<String> said = done.err();
            throw new UserFailure(
                    "The modules could not be compiled: "
                            + (said.isEmpty() ? "the interpreter said nothing" : said.get(said.size() - 1)) + ".",
                    "Where the disk is full, make room. Or set packaging.bytecode to false in python-env.json: then"
                            + " each start compiles what it imports.");
        }
    }

    private static byte[] script() throws IOException {
        try (InputStream in = Bytecode.class.getResourceAsStream(SCRIPT)) {
            if (in == null) {
                throw new IllegalStateException(SCRIPT + " is missing from the plugin's jar");
            }
            return in.readAllBytes();
        }
    }
}
