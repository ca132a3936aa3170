package io.github.pythonenv.packaging;

import java.util.Locale;

/**
 * On Windows: scheme {@code nt}.
 *
 * @param series the interpreter's version without the patch, such as {@code 3.14}
 * @param library the folder of the standard library as the installation spells it
 */
record WindowsNames(String series, String library) implements TreeNames {
    private static final String PROGRAMS = "Scripts/";

    @Override
    public String python() {
        return "python.exe";
    }

    @Override
    public String programs() {
        return "Scripts";
    }

    @Override
    public boolean ofTheInterpreter(String name) {
        return !name.startsWith(PROGRAMS) && !name.startsWith(sitePackages() + "/");
    }

    @Override
    public String placed(String name) {
        String packages = new PosixNames(series).sitePackages() + "/";
        if (name.startsWith(packages)) {
            return sitePackages() + "/" + name.substring(packages.length());
        }
        return name.startsWith("bin/") ? program(name.substring("bin/".length())) : name;
    }

    /** Where a program lies. */
    static String program(String file) {
        return PROGRAMS + file;
    }

    @Override
    public String usual(String name) {
        if (name.startsWith(library + "/")) {
            return new PosixNames(series).library() + name.substring(library.length());
        }
        if (name.startsWith(PROGRAMS)) {
            return "bin/" + name.substring(PROGRAMS.length()).replaceFirst("[.]exe$", "");
        }
        return name.toLowerCase(Locale.ROOT).startsWith("include/") ? "include/" + name.substring(8) : name;
    }
}
