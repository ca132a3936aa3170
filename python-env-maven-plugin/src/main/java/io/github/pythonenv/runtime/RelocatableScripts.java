package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The scripts in {@code bin} (pip3, pydoc3, idle3, on macOS python3-config) name an interpreter on the build machine.
 * They get a first line that any system starts, and two that mean different things to the shell and to Python: the
 * shell replaces itself with the interpreter that lies beside the script, Python sees a string. So the tree may be
 * moved, and its path may be long or hold spaces, which a first line with the interpreter could not.
 */
final class RelocatableScripts implements LayoutFix {
    private static final Pattern FOREIGN = Pattern.compile("\\A#!\\s*/[^\\n]*/python[0-9.]*[ \\t]*\\n");

    @Override
    public void apply(InstallationTree tree) throws IOException {
        // realpath is not on every macOS; without it a link to the script from elsewhere does not work, all else does.
        String head = """
                #!/bin/sh
                '''exec' "$(dirname -- "$(realpath -- "$0" 2>/dev/null || printf %%s "$0")")/python%s" "$0" "$@"
                ' '''
                """.formatted(tree.version().series());
        for (Path script : InstallationTree.entries(tree.bin(), "*")) {
            if (Files.isRegularFile(script, LinkOption.NOFOLLOW_LINKS) && script(script)) {
                // Latin-1 keeps every byte as it is.
                String text = Files.readString(script, StandardCharsets.ISO_8859_1);
                String fixed = FOREIGN.matcher(text).replaceFirst(java.util.regex.Matcher.quoteReplacement(head));
                if (!fixed.equals(text)) {
                    Files.writeString(script, fixed, StandardCharsets.ISO_8859_1);
                }
            }
        }
    }

    private static boolean script(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.read() == '#' && in.read() == '!';
        }
    }
}
