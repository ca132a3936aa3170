package io.github.pythonenv.packaging;

/**
 * On Linux and macOS: scheme {@code posix_prefix}.
 *
 * @param series the interpreter's version without the patch, such as {@code 3.14}
 */
record PosixNames(String series) implements TreeNames {

    @Override
    public String library() {
        return "lib/python" + series;
    }

    @Override
    public String python() {
        return "bin/python";
    }

    @Override
    public String programs() {
        return "bin";
    }

    @Override
    public boolean ofTheInterpreter(String name) {
        if (name.startsWith("bin/")) {
            return name.equals("bin/") || starts(name) || name.endsWith("-config");
        }
        return !name.startsWith(sitePackages() + "/");
    }

    /** Whether a file is one by which the interpreter itself is started or found. */
    boolean starts(String name) {
        return name.equals("bin/python")
                || name.equals("bin/python3")
                || name.equals("bin/python" + series)
                || name.startsWith("bin/libpython");
    }

    @Override
    public String placed(String name) {
        return name;
    }

    @Override
    public String usual(String name) {
        return name;
    }
}
