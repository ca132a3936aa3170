package io.github.pythonenv.maven;

import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Says what a call came to, where no stage has said it. */
record ReportPrinter(Log log, String prefix) {

    void print(EnvironmentRequest request, EnvironmentReport report) {
        if (report instanceof EnvironmentReport.UpToDate upToDate) {
            printAdded(upToDate.added());
        } else if (report instanceof EnvironmentReport.Held held) {
            log.warn(prefix + request.directory() + " is held at generation "
                    + held.state().generation() + ", where rollback put it: "
                    + held.state().summary() + ". "
                    + (held.reasons().isEmpty()
                            ? ""
                            : "It is not built anew, though " + String.join(", ", held.reasons()) + ". ")
                    + "That ends when the inputs change, or with mvn python-env:rollback -Dpython-env.forward.");
            printAdded(held.added());
        } else if (report instanceof EnvironmentReport.Planned planned) {
            print(request, planned);
        }
    }

    private void printAdded(List<String> added) {
        if (!added.isEmpty()) {
            log.warn(prefix + "Added by hand, and kept until the next rebuild: " + String.join(", ", added) + ".");
        }
    }

    private void print(EnvironmentRequest request, EnvironmentReport.Planned planned) {
        if (planned.steps().isEmpty()) {
            log.info(prefix + request.directory() + " is up to date: nothing would be done.");
            return;
        }
        log.info(prefix + "Dry run. For " + request.directory() + ", because " + String.join(", ", planned.reasons())
                + ", this would:");
        for (int number = 0; number < planned.steps().size(); number++) {
            log.info(prefix + "  " + (number + 1) + ". " + planned.steps().get(number));
        }
    }
}
