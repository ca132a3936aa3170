package io.github.pythonenv.packaging;

import io.github.pythonenv.UserFailure;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Which files of a tree stay behind because nothing that runs wants them. */
final class LeftOut {

    /** By what they are called in reports. What a package imports of its own tests can be kept. */
    private static final Map<String, List<String>> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put(
                "tests",
                List.of(
                        "lib/python3.*/test/**",
                        "lib/python3.*/idlelib/idle_test/**",
                        "lib/python3.*/lib2to3/tests/**",
                        "lib/python3.*/{unittest,tkinter,ctypes,sqlite3,distutils}/test/**",
                        "lib/python3.*/site-packages/**/tests/**"));
        USUAL.put(
                "headers",
                List.of(
                        "include/**",
                        "libs/**",
                        "lib/pkgconfig/**",
                        "lib/cmake/**",
                        "lib/*.a",
                        "lib/python3.*/config-*/**",
                        "lib/python3.*/build-details.json",
                        "lib/python3.*/_sysconfig_vars*.json",
                        "bin/python3*-config"));
        USUAL.put(
                "demos and manuals",
                List.of(
                        "lib/python3.*/{idlelib,turtledemo}/**",
                        "lib/python3.*/ensurepip/_bundled/**",
                        "share/{man,doc}/**"));
        USUAL.put("debug data", List.of("**.pdb", "**.debug", "**.dSYM/**"));
    }

    private record Rule(String label, PathMatcher matcher) {}

    private final List<Rule> rules = new ArrayList<>();
    private final List<PathMatcher> kept;

    LeftOut(PackageSettings settings) {
        settings.exclude().forEach(glob -> rules.add(new Rule("excluded by packaging.exclude", matcher(glob))));
        USUAL.forEach((label, globs) -> globs.forEach(glob -> rules.add(new Rule(label, matcher(glob)))));
        this.kept = settings.keep().stream().map(LeftOut::matcher).toList();
    }

    /**
     * Why a file stays behind; nothing where it does not.
     *
     * @param name its path in the tree
     */
    Optional<String> reason(String name) {
        Path path = Path.of(name);
        for (Rule rule : rules) {
            if (rule.matcher.matches(path)) {
                return kept.stream().anyMatch(one -> one.matches(path)) ? Optional.empty() : Optional.of(rule.label);
            }
        }
        return Optional.empty();
    }

    private static PathMatcher matcher(String glob) {
        if (glob.startsWith("/") || glob.startsWith("./") || glob.endsWith("/")) {
            throw new UserFailure(
                    "'" + glob
                            + "' in packaging.exclude or packaging.keep matches nothing: what it is compared with are"
                            + " paths of files in the archive, which neither begin nor end with a slash.",
                    "Write paths as lib/python3.*/site-packages/pandas/tests/**, where ** is everything below.");
        }
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob);
        } catch (PatternSyntaxException e) {
            throw new UserFailure(
                    "'" + glob + "' in packaging.exclude or packaging.keep is no glob: " + e.getDescription() + ".",
                    "Write paths of the archive as lib/python3.*/site-packages/pandas/tests/**.",
                    e);
        }
    }
}
