package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** pkg-config's files name the build machine's folder; they can say "two folders above this file" instead. */
final class PkgConfigPrefix implements LayoutFix {
    private static final Pattern PREFIX = Pattern.compile("^prefix=.*$", Pattern.MULTILINE);
    private static final String RELATIVE = "prefix=\\${pcfiledir}/../..";

    @Override
    public void apply(InstallationTree tree) throws IOException {
        for (Path file : InstallationTree.entries(tree.lib().resolve("pkgconfig"), "*.pc")) {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.writeString(file, PREFIX.matcher(Files.readString(file)).replaceAll(RELATIVE));
            }
        }
    }
}
