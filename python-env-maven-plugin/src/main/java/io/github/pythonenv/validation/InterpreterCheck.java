package io.github.pythonenv.validation;

import io.github.pythonenv.runtime.Runtime;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Whether the environment's interpreter is the one that it was built on, and that is asked for. */
record InterpreterCheck(Subject subject, Start start) implements Check {

    static final String ID = "interpreter";

    private static final String REBUILD = "Build the environment anew: mvn python-env:ensure -Dpython-env.force.";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Category category() {
        return Category.PYTHON;
    }

    @Override
    public String title() {
        return "The interpreter is the version and build that is pinned";
    }

    @Override
    public boolean needsInterpreter() {
        return false;
    }

    @Override
    public Outcome look() throws IOException {
        Runtime pinned = subject.runtime();
        JsonNode facts = start.facts();
        Findings findings = new Findings()
                .saw("runtime", pinned + " from " + pinned.source() + ", " + pinned.name())
                .saw("interpreter", text(facts, "base"))
                .saw("build", text(facts, "build") + ", " + text(facts, "compiler"));
        String version = text(facts, "version");
        if (!version.equals(pinned.version().toString())
                || !text(facts, "implementation").equals("CPython")) {
            findings.fault(
                    "It is " + text(facts, "implementation") + " " + version + " and was built on " + pinned, REBUILD);
        } else if (!program(facts).equals(pinned.executable().toRealPath())) {
            findings.fault("It is started by " + program(facts) + " and was built on " + pinned.executable(), REBUILD);
        }
        subject.standing()
                .otherRuntime()
                .forEach(reason -> findings.fault(
                        "Another Python is asked for: " + reason, "Run mvn python-env:ensure to make it so."));
        return findings.outcome();
    }

    /** On Windows the environment has a launcher of its own, which names what it starts. */
    private Path program(JsonNode facts) {
        return Path.of(text(facts, subject.windows() ? "base" : "executable"));
    }

    private static String text(JsonNode facts, String name) {
        return facts.path(name).asString("");
    }
}
