package io.github.pythonenv.tuning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files in site-packages by which an environment's interpreter applies settings itself, however it is started. A line in a
 * {@code .pth} file imports the module before the user's code runs (Python's documentation, "site"). Variables that are
 * set already stay, threads are never more than there are CPUs to run on when it starts, and
 * {@code PYTHON_ENV_TUNING=off} switches all of it off. What has to be set before a program starts (glibc's variables,
 * hash seed, the place of bytecode) it cannot do.
 */
public final class StartupModule {

    /** Lists the module; its name sorts behind those of editable installations. */
    public static final String PTH = "python_env_tuning.pth";

    /** The module. */
    public static final String MODULE = "_python_env_tuning.py";

    /** Too late once the interpreter runs. */
    private static final List<String> EARLIER = List.of("MALLOC_", "PYTHON");

    private StartupModule() {}

    /**
     * The contents of the files, by name; none where nothing would be done.
     *
     * @param tuning what is to be set
     */
    public static Map<String, String> files(Tuning tuning) {
        StringBuilder variables = new StringBuilder();
        for (Setting.Variable one : tuning.assignments()) {
            if (EARLIER.stream().noneMatch(one.name()::startsWith)) {
                variables.append("    (").append(quoted(one.name()));
                variables.append(", ").append(quoted(one.value()));
                one.weaker().forEach(name -> variables.append(", ").append(quoted(name)));
                variables.append("),\n");
            }
        }
        StringBuilder actions = new StringBuilder();
        for (Setting setting : tuning.settings()) {
            if (setting instanceof Setting.AtStartup startup) {
                actions.append("    ")
                        .append(quoted(startup.action().name()))
                        .append(": (")
                        .append(startup.value())
                        .append(",),\n");
            }
        }
        boolean faults = tuning.variables().containsKey("PYTHONFAULTHANDLER");
        if (variables.isEmpty() && actions.isEmpty() && !faults) {
            return Map.of();
        }
        Map<String, String> files = new TreeMap<>();
        files.put(PTH, "import _python_env_tuning\n");
        files.put(
                MODULE,
                DriverAnswer.script("startup.py")
                        .replace("    # @VARIABLES@\n", variables)
                        .replace("    # @ACTIONS@\n", actions)
                        .replace("@FAULTS@", faults ? "True" : "False"));
        return files;
    }

    /** A Python literal. */
    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            if (character >= ' ' && character < 0x7f && character != '"' && character != '\\') {
                literal.append((char) character);
            } else {
                literal.append("\\U%08x".formatted(character));
            }
        });
        return literal.append('"').toString();
    }
}
