package io.github.pythonenv.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What builds extension modules asks this Python for the compiler that it was built with itself, and that one is seldom
 * on the machine: the archives of python-build-standalone name clang and LLVM's tools, often with a path. They get the
 * names that every machine with a compiler has.
 */
final class CompilerNames implements LayoutFix {
    /** A setting in the syntax of Python, JSON or make, up to the program's name. */
    private static final Pattern SETTING = Pattern.compile(
            "((?:^|\\{)\\s*['\"]?(?:AR|BLDSHARED|CC|CPP|CXX|LDCXXSHARED|LDSHARED|LINKCC|MAINCC)['\"]?\\s*[:=]\\s*['\"]?)"
                    + "(?:[^\\s'\"]*/)?(clang\\+\\+|clang|llvm-ar|\\w+-linux-\\w+-(?:gcc|g\\+\\+|ar))(?=[\\s'\"]|$)",
            Pattern.MULTILINE);

    @Override
    public void apply(InstallationTree tree) throws IOException {
        List<Path> files = new ArrayList<>(
                InstallationTree.entries(tree.standardLibrary(), "{_sysconfigdata_*.py,_sysconfig_vars*.json}"));
        for (Path config : InstallationTree.entries(tree.standardLibrary(), "config-*")) {
            files.addAll(InstallationTree.entries(config, "Makefile"));
        }
        for (Path file : files) {
            String text = Files.readString(file);
            String fixed = SETTING.matcher(text)
                    .replaceAll(setting -> Matcher.quoteReplacement(setting.group(1) + common(setting.group(2))));
            if (!fixed.equals(text)) {
                Files.writeString(file, fixed);
            }
        }
    }

    private static String common(String program) {
        if (program.endsWith("ar")) {
            return "ar";
        }
        return program.endsWith("++") ? "c++" : "cc";
    }
}
