package io.github.pythonenv.cleaning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What makes a folder a virtual environment. Its name alone makes none: a folder counts as one if {@code pyvenv.cfg}
 * names the Python that it was made from and there is an interpreter or an activation script; or, as virtualenv made
 * them before version 20, if there are interpreter, activation script and site-packages. Source: PEP 405, and the Python
 * documentation of {@code venv}.
 *
 * @param reasons what was seen, a phrase each
 * @param confidence how sure that is, in percent
 */
record Evidence(List<String> reasons, int confidence) {

    /** How such folders are usually called. */
    static final Set<String> NAMES =
            Set.of("venv", "env", ".venv", ".env", "virtualenv", "python_env", "python-env", "pyenv");

    private static final Pattern HOME = Pattern.compile("(?m)^\\s*home\\s*=\\s*\\S");
    /** nodeenv's scripts have a name that ends the same. */
    private static final Pattern VARIABLE = Pattern.compile("(?<![A-Z_])VIRTUAL_ENV");

    private static final List<String> INTERPRETERS =
            List.of("bin/python", "bin/python3", "bin/pypy3", "bin/python.exe", "Scripts/python.exe");
    private static final List<String> ACTIVATION = List.of(
            "bin/activate",
            "bin/activate.ps1",
            "bin/Activate.ps1",
            "Scripts/activate",
            "Scripts/activate.bat",
            "Scripts/activate.ps1",
            "Scripts/Activate.ps1");
    private static final List<String> PIPS = List.of("bin/pip", "bin/pip3", "Scripts/pip.exe", "Scripts/pip3.exe");
    /** The beginning is all that is read of a file. */
    private static final int BEGINNING = 1 << 16;

    /** What a folder shows; nothing where it is no virtual environment. */
    static Optional<Evidence> of(Path folder) {
        List<String> reasons = new ArrayList<>();
        int sure = 0;
        boolean configured = says(folder.resolve("pyvenv.cfg"), HOME);
        if (configured) {
            reasons.add("pyvenv.cfg names the Python that it was made from");
            sure += 40;
        }
        // A link to an interpreter that is gone is what remnants have.
        Optional<String> interpreter = first(folder, INTERPRETERS, Evidence::isFileOrLink);
        interpreter.ifPresent(reasons::add);
        Optional<String> activation = first(folder, ACTIVATION, file -> says(file, VARIABLE));
        activation.ifPresent(reasons::add);
        Optional<String> packages = sitePackages(folder);
        packages.ifPresent(reasons::add);
        boolean environment = configured
                ? interpreter.isPresent() || activation.isPresent()
                : interpreter.isPresent() && activation.isPresent() && packages.isPresent();
        if (!environment) {
            return Optional.empty();
        }
        Optional<String> pip = first(folder, PIPS, Evidence::isFileOrLink);
        pip.ifPresent(reasons::add);
        boolean named = named(folder);
        if (named) {
            reasons.add("its name is " + folder.getFileName());
        }
        sure += (interpreter.isPresent() ? 20 : 0)
                + (activation.isPresent() ? 15 : 0)
                + (packages.isPresent() ? 10 : 0)
                + (pip.isPresent() ? 5 : 0)
                + (named ? 10 : 0);
        return Optional.of(new Evidence(List.copyOf(reasons), sure));
    }

    /** Whether a folder is called as environments are. */
    static boolean named(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return NAMES.contains(name) || name.startsWith(".venv-");
    }

    private static Optional<String> first(Path folder, List<String> names, Predicate<Path> isThere) {
        return names.stream().filter(name -> isThere.test(folder.resolve(name))).findFirst();
    }

    private static boolean isFileOrLink(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean says(Path file, Pattern what) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return what.matcher(new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException e) {
            return false;
        }
    }

    /** Where packages are: {@code lib/python3.14/site-packages}, or {@code Lib/site-packages} on Windows. */
    private static Optional<String> sitePackages(Path folder) {
        if (Files.isDirectory(folder.resolve("Scripts")) && Files.isDirectory(folder.resolve("Lib/site-packages"))) {
            return Optional.of("Lib/site-packages");
        }
        for (String lib : List.of("lib", "lib64")) {
            try (DirectoryStream<Path> versions =
                    Files.newDirectoryStream(folder.resolve(lib), "{python,pypy}[0-9]*")) {
                for (Path version : versions) {
                    if (Files.isDirectory(version.resolve("site-packages"))) {
                        return Optional.of(lib + "/" + version.getFileName() + "/site-packages");
                    }
                }
            } catch (IOException e) {
                // No such folder, or none that may be read: no sign either way.
            }
        }
        return Optional.empty();
    }
}
