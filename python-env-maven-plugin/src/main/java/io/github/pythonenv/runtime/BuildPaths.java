package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What builds against this Python asks sysconfig, {@code build-details.json}, the Makefile and python3-config for
 * paths, and they name the build machine's. Each file gets the place where the installation will be used instead,
 * written as its own syntax wants it.
 */
final class BuildPaths implements LayoutFix {
    private static final Pattern PREFIX = Pattern.compile("^ +'prefix': '(/[^'\\\\]+)',$", Pattern.MULTILINE);

    /**
     * A prefix may be as short as {@code /install}, and {@code /usr/bin/install} is something else; some paths have a
     * dot before the prefix.
     */
    private static final String BEFORE = "(?:(?<![\\w./-])|(?<=[\\s'\"=(]-[A-Za-z])|(?<=[\\s'\"=(]\\.))";

    private static final String AFTER = "(?![\\w.+-])";

    /** python3-config exchanges its prefix for the place where it lies itself; any other text does for that. */
    private static final String STAND_IN = "/python-env";

    @Override
    public void apply(InstallationTree tree) throws IOException {
        Optional<String> found = buildPrefix(tree);
        if (found.isEmpty() || found.get().equals(tree.finalHome().toString())) {
            return;
        }
        String prefix = found.get();
        String home = tree.finalHome().toString();
        String quoted = home.replace("\\", "\\\\");
        Path library = tree.standardLibrary();
        for (Path config : InstallationTree.entries(library, "config-*")) {
            replace(config.resolve("Makefile"), prefix, home.replace("$", "$$"));
            replace(config.resolve("python-config.py"), prefix, home);
        }
        for (Path json : InstallationTree.entries(library, "{_sysconfig_vars*.json,build-details.json}")) {
            replace(json, prefix, quoted.replace("\"", "\\\""));
        }
        for (Path script : InstallationTree.entries(tree.bin(), "python3*-config")) {
            replace(script, prefix, STAND_IN);
        }
        // Last, because the prefix is read from it: a repair that was cut short begins anew.
        for (Path data : InstallationTree.entries(library, "_sysconfigdata_*.py")) {
            replace(data, prefix, quoted.replace("'", "\\'").replace("\"", "\\\""));
        }
    }

    private static Optional<String> buildPrefix(InstallationTree tree) throws IOException {
        for (Path data : InstallationTree.entries(tree.standardLibrary(), "_sysconfigdata_*.py")) {
            Matcher prefix = PREFIX.matcher(Files.readString(data));
            if (prefix.find()) {
                return Optional.of(prefix.group(1));
            }
        }
        return Optional.empty();
    }

    private static void replace(Path file, String prefix, String home) throws IOException {
        if (Files.isRegularFile(file)) {
            Files.writeString(
                    file,
                    Pattern.compile(BEFORE + Pattern.quote(prefix) + AFTER)
                            .matcher(Files.readString(file))
                            .replaceAll(Matcher.quoteReplacement(home)));
        }
    }
}
