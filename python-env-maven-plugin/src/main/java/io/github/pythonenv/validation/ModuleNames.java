package io.github.pythonenv.validation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The modules of a package, told by the names of its files. Source: the documentation of Python's import system.
 *
 * @param files of the package, relative to site-packages and with slashes
 * @param suffixes of extension modules, such as {@code .abi3.so}
 */
record ModuleNames(List<String> files, List<String> suffixes) {

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /** What packages install beside their modules, often by mistake. */
    private static final Set<String> NO_MODULES = Set.of(
            "test", "tests", "testing", "doc", "docs", "examples", "example", "benchmarks", "scripts", "__pycache__");

    ModuleNames {
        files = List.copyOf(files);
        suffixes = suffixes.stream()
                .sorted((one, other) -> other.length() - one.length())
                .toList();
    }

    /** The modules at the top; of a namespace the first ones below it that are packages. */
    List<String> top() {
        Set<String> packages = new TreeSet<>();
        Set<String> top = new TreeSet<>();
        for (String file : files) {
            Optional<String> module = module(file);
            if (module.isPresent() && module.get().endsWith(".__init__")) {
                packages.add(module.get().substring(0, module.get().length() - ".__init__".length()));
            } else if (module.isPresent() && !file.contains("/")) {
                top.add(module.get());
            }
        }
        for (String one : packages) {
            if (ancestors(one).stream().noneMatch(packages::contains)) {
                top.add(one);
            }
        }
        return List.copyOf(top);
    }

    /** The extension modules, other than those in tests. */
    List<String> extensions(Path sitePackages) throws IOException {
        List<String> extensions = new ArrayList<>();
        for (String file : files) {
            Optional<String> suffix = suffixes.stream().filter(file::endsWith).findFirst();
            Optional<String> module = suffix.isPresent() ? module(file) : Optional.empty();
            if (module.isPresent() && initializes(sitePackages.resolve(file), module.get())) {
                extensions.add(module.get().replaceFirst("\\.__init__$", ""));
            }
        }
        return extensions;
    }

    /** The name of the module that a file is, if it is one. */
    private Optional<String> module(String file) {
        Optional<String> suffix = file.endsWith(".py")
                ? Optional.of(".py")
                : suffixes.stream().filter(file::endsWith).findFirst();
        if (suffix.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts =
                List.of(file.substring(0, file.length() - suffix.get().length()).split("/", -1));
        boolean named = parts.stream().allMatch(part -> IDENTIFIER.matcher(part).matches())
                && parts.stream().noneMatch(NO_MODULES::contains)
                // Editable projects install these to find their sources.
                && !parts.get(0).startsWith("__editable__");
        return named ? Optional.of(String.join(".", parts)) : Optional.empty();
    }

    private static List<String> ancestors(String module) {
        List<String> ancestors = new ArrayList<>();
        for (int dot = module.lastIndexOf('.'); dot > 0; dot = module.lastIndexOf('.', dot - 1)) {
            ancestors.add(module.substring(0, dot));
        }
        return ancestors;
    }

    /** A plain {@code .so} may be any shared library: one that is a module has a function named after it (PEP 3121). */
    private static boolean initializes(Path file, String module) throws IOException {
        if (!file.toString().endsWith(".so") || file.toString().matches(".*\\.(?:cpython-.*|abi3)\\.so")) {
            return true;
        }
        if (!Files.isRegularFile(file)) {
            return false;
        }
        String function = "PyInit_" + module.substring(module.lastIndexOf('.') + 1);
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(function);
    }

    /** The first parts of the names of all modules at the top: what an import statement begins with. */
    Set<String> roots() {
        return top().stream().map(name -> name.split("\\.", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }
}
