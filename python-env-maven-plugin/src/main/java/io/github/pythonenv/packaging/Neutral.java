package io.github.pythonenv.packaging;

import io.github.pythonenv.packages.RecordLine;
import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Puts other files in the place of those that speak of this machine. What builds ask of an interpreter (sysconfig) is
 * worked out where it runs; installed packages no more say from which folder they came, and their RECORD lists what is in
 * the tree.
 */
final class Neutral {

    /** Stands in files for the folder of the tree. */
    private static final String PREFIX = "/python-env-prefix";

    private static final String WORKED_OUT = """


        # python-env: paths are those of the folder that this installation lies in.
        import sys as _sys

        build_time_vars = {
            name: value.replace("%s", _sys.base_prefix) if isinstance(value, str) else value
            for name, value in build_time_vars.items()
        }
        """.formatted(PREFIX);

    private static final Pattern CONFIGURATION =
            Pattern.compile("lib/python3[.]\\d+/(config-[^/]+/(Makefile|python-config[.]py)|_sysconfig_vars[^/]*[.]json"
                    + "|build-details[.]json|_sysconfigdata[^/]*[.]py)");

    private static final Pattern METADATA = Pattern.compile(".*/site-packages/[^/]+[.]dist-info/[^/]+");

    private final Runtime runtime;
    private final TreeNames names;
    private final Path here;
    private final Path scratch;

    /** @param scratch the folder for the new files */
    Neutral(Runtime runtime, Path scratch) throws IOException {
        this.runtime = runtime;
        this.names = TreeNames.of(runtime);
        this.here = Path.of(new PosixNames(runtime.version().series()).sitePackages());
        this.scratch = scratch;
    }

    /** The same tree without this machine. */
    Map<String, TreeEntry> tree(Map<String, TreeEntry> entries) throws IOException {
        Map<String, TreeEntry> all = new TreeMap<>(entries);
        for (Map.Entry<String, TreeEntry> one : entries.entrySet()) {
            if (!(one.getValue() instanceof TreeEntry.Content file)) {
                continue;
            }
            String name = one.getKey();
            if (file.part() == Part.INTERPRETER && CONFIGURATION.matcher(name).matches()) {
                all.put(name, configuration(name, file));
            } else if (METADATA.matcher(name).matches()
                    && name.endsWith("/direct_url.json")
                    && DirectUrl.local(file.content())) {
                all.remove(name);
            }
        }
        for (String name : List.copyOf(all.keySet())) {
            if (METADATA.matcher(name).matches()
                    && name.endsWith("/RECORD")
                    && all.get(name) instanceof TreeEntry.Content file) {
                all.put(name, record(name, file, all));
            }
        }
        return all;
    }

    private TreeEntry configuration(String name, TreeEntry.Content file) throws IOException {
        String text = Files.readString(file.content()).replace(runtime.home().toString(), PREFIX);
        boolean data = name.endsWith(".py") && name.contains("/_sysconfigdata");
        // What is packed may have come out of an archive itself.
        boolean workedOut = !data || text.endsWith(WORKED_OUT);
        return written(name, file, workedOut ? text : text + WORKED_OUT);
    }

    /** Without the lines of files that are not in the tree. Paths are relative to site-packages. */
    private TreeEntry record(String name, TreeEntry.Content file, Map<String, TreeEntry> tree) throws IOException {
        Path there = Path.of(names.sitePackages());
        List<String> lines = new ArrayList<>();
        for (String text : Files.readAllLines(file.content())) {
            RecordLine line = RecordLine.of(text);
            String placed = names.placed(slashed(here.resolve(line.file()).normalize()));
            TreeEntry launcher = tree.get(placed + ".exe");
            if (tree.containsKey(placed)) {
                lines.add(line.at(slashed(there.relativize(Path.of(placed)))).text() + "\n");
            } else if (launcher instanceof TreeEntry.Content program) {
                lines.add(RecordLine.taken(slashed(there.relativize(Path.of(placed + ".exe"))), program.content())
                                .text()
                        + "\n");
            }
        }
        return written(name, file, String.join("", lines));
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private TreeEntry written(String name, TreeEntry.Content file, String text) throws IOException {
        Path target = scratch.resolve(name);
        Files.createDirectories(target.resolveSibling(""));
        Files.writeString(target, text, StandardCharsets.UTF_8);
        return new TreeEntry.Content(file.part(), target, file.executable());
    }
}
