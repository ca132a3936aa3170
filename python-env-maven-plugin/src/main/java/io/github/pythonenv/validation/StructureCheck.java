package io.github.pythonenv.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whether the folder is a virtual environment on its runtime. Source: the documentation of Python's {@code venv} and
 * {@code site}.
 */
record StructureCheck(Subject subject, Start start) implements Check {

    static final String ID = "structure";

    private static final String REBUILD = "Build the environment anew: mvn python-env:ensure -Dpython-env.force.";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Category category() {
        return Category.ENVIRONMENT;
    }

    @Override
    public String title() {
        return "The folder is a whole virtual environment on its runtime";
    }

    @Override
    public boolean needsInterpreter() {
        return false;
    }

    @Override
    public Outcome look() throws IOException {
        Findings findings = new Findings().saw("directory", subject.directory());
        if (!Files.isRegularFile(subject.layout().configuration())) {
            return findings.fault("Its pyvenv.cfg is gone", REBUILD).outcome();
        }
        Map<String, String> settings = subject.layout().settings();
        home(findings, settings.getOrDefault("home", ""));
        version(findings, settings.getOrDefault("version_info", ""));
        Path sitePackages = subject.installed().folder();
        if (!Files.isDirectory(sitePackages)) {
            findings.fault(sitePackages + " is gone", REBUILD);
        }
        if (start.works()) {
            prefix(findings, Path.of(start.facts().path("prefix").asString("")));
        }
        return findings.outcome();
    }

    private void home(Findings findings, String home) throws IOException {
        findings.saw("home", home);
        Path expected = subject.runtime().executable().toRealPath().getParent();
        boolean there = !home.isEmpty() && Files.isDirectory(Path.of(home));
        if (!there || !Path.of(home).toRealPath().equals(expected)) {
            findings.fault("pyvenv.cfg leads to " + home + ", and its runtime is in " + expected, REBUILD);
        }
    }

    private void version(Findings findings, String version) {
        String expected = subject.runtime().version().toString();
        if (!version.isEmpty() && !version.startsWith(expected)) {
            findings.fault("pyvenv.cfg speaks of Python " + version + ", and its runtime is " + expected, REBUILD);
        }
    }

    /** A CPython that finds its pyvenv.cfg has the environment for its prefix. */
    private void prefix(Findings findings, Path prefix) throws IOException {
        findings.saw("sys.prefix", prefix);
        if (!prefix.equals(subject.directory().toRealPath())) {
            findings.fault("Its interpreter takes " + prefix + " for its environment", REBUILD);
        }
    }
}
