package io.github.pythonenv.doctor;

import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Variables that lead Python, pip or uv elsewhere. Goals pass over most of them, so an environment is the same with and
 * without; what a person starts in a shell does not. Values are told of folders only: others may be secrets.
 */
record VariablesCheck(Examination examination) implements Check {

    /** These change what any Python imports. Source: CPython's documentation, "Command line and environment". */
    private static final List<String> IMPORTS = List.of("PYTHONHOME", "PYTHONPATH", "PYTHONPLATLIBDIR");

    private static final List<String> ACTIVE = List.of("VIRTUAL_ENV", "CONDA_PREFIX");

    @Override
    public String id() {
        return "variables";
    }

    @Override
    public Category category() {
        return Category.CONFLICTS;
    }

    @Override
    public String title() {
        return "Variables that lead Python, pip or uv elsewhere";
    }

    @Override
    public Outcome look() {
        Map<String, String> set = new TreeMap<>(examination.host().environment());
        set.values().removeIf(String::isBlank);
        Set<String> kept = ChildEnvironment.from(set).keySet();
        Findings findings = new Findings();
        Set<String> heard = new TreeSet<>();
        set.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (IMPORTS.contains(upper)) {
                findings.doubt(
                        name + " is set: a Python that you start yourself imports from there, in an activated"
                                + " environment too",
                        "Take it away where it is set, unless you know why it is there; goals of this plugin pass over"
                                + " it.");
            } else if (ACTIVE.contains(upper)) {
                active(findings, name, value);
            } else if (upper.startsWith("PIP_") || upper.startsWith("UV_") || upper.startsWith("LD_PRELOAD")) {
                if (kept.contains(name)) {
                    heard.add(name);
                } else {
                    findings.doubt(
                            name + " is set and has no effect on goals of this plugin",
                            "What it says is decided by the configuration of environments: say it there, or take the"
                                    + " variable away.");
                }
            }
        });
        if (!heard.isEmpty()) {
            findings.saw("heard by uv and pip", String.join(", ", heard));
        }
        return findings.outcome();
    }

    private static void active(Findings findings, String name, String value) {
        if (isFolder(value)) {
            findings.saw("active", value + " (" + name + "); goals of this plugin pass over it");
        } else {
            findings.doubt(
                    name + " names " + value + ", which is no folder",
                    "The environment that is active in this shell is gone: open a new shell.");
        }
    }

    private static boolean isFolder(String value) {
        try {
            return Files.isDirectory(Path.of(value));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
