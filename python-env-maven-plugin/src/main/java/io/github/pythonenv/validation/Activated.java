package io.github.pythonenv.validation;

import io.github.pythonenv.process.ChildEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How programs are run in an environment as if that was activated, with the tuning. */
record Activated(Subject subject) {

    /** A check of the user's own that is run there. */
    CommandCheck check(UserCheck asked) {
        return new CommandCheck(
                asked, line(asked.command()), subject.request().project(), variables(), subject.processes());
    }

    /** A program of the environment goes before one of the machine; Windows would look beside Maven's java first. */
    private List<String> line(List<String> command) {
        List<String> line = new ArrayList<>(command);
        Path bin = subject.layout().bin();
        for (String suffix : subject.windows() ? List.of(".exe", ".bat", "") : List.of("")) {
            Path own = bin.resolve(line.get(0) + suffix);
            if (own.startsWith(bin) && Files.isRegularFile(own)) {
                line.set(0, own.toString());
                return line;
            }
        }
        return line;
    }

    private Map<String, String> variables() {
        Map<String, String> variables = ChildEnvironment.copyOf(subject.variables());
        variables.putAll(subject.tuning());
        variables.put("VIRTUAL_ENV", subject.directory().toString());
        variables.merge("PATH", subject.layout().bin().toString(), (path, own) -> own + File.pathSeparator + path);
        return variables;
    }
}
