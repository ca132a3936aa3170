package io.github.pythonenv.doctor;

import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.registry.Finding;
import io.github.pythonenv.registry.Interpreter;
import io.github.pythonenv.registry.Inventory;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.time.Clock;
import java.util.List;

/** The Pythons that others installed on this machine. None is needed; which there are explains a good deal. */
record PythonsCheck(Examination examination) implements Check {

    @Override
    public String id() {
        return "pythons";
    }

    @Override
    public Category category() {
        return Category.CONFLICTS;
    }

    @Override
    public String title() {
        return "Other Pythons on this machine";
    }

    @Override
    public Outcome look() {
        List<Finding> found = new Inventory(
                        examination.host(),
                        examination.scratch(),
                        Clock.systemUTC(),
                        examination.processes(),
                        ProgressListener.SILENT)
                .look();
        Findings findings = new Findings();
        for (Finding one : found) {
            if (one instanceof Finding.Usable usable) {
                Interpreter interpreter = usable.interpreter();
                findings.saw(
                        "CPython " + interpreter.version(),
                        interpreter.executable() + ", installed by "
                                + interpreter.by().word());
            } else if (one instanceof Finding.VirtualEnvironment environment) {
                findings.saw("virtual environment", environment.home());
            } else if (one instanceof Finding.PassedOver other) {
                findings.saw("passed over", other.path() + " " + other.why());
            }
        }
        return findings.outcome();
    }
}
