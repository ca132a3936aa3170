package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the packages of the operating system are installed that the user names. */
record SystemPackagesCheck(Examination examination) implements Check {

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    @Override
    public String id() {
        return "system-packages";
    }

    @Override
    public Category category() {
        return Category.USER;
    }

    @Override
    public String title() {
        return "Packages of the operating system";
    }

    @Override
    public Outcome look() {
        List<String> wanted = examination.settings().packages();
        if (wanted.isEmpty()) {
            return Outcome.skipped("None is named in doctor.packages.");
        }
        Optional<PackageManager> manager = PackageManager.of(examination.host(), examination.files());
        if (manager.isEmpty()) {
            return Outcome.skipped("No package manager was found that could be asked: this system has neither "
                    + PackageManager.known() + ".");
        }
        Findings findings = new Findings().saw("asked", manager.get().program());
        List<String> missing = new ArrayList<>();
        for (String one : wanted) {
            List<String> names =
                    List.of(one.split("\\|")).stream().map(String::strip).toList();
            Optional<String> there =
                    names.stream().filter(name -> has(manager.get(), name)).findFirst();
            there.ifPresentOrElse(name -> findings.saw("installed", name), () -> missing.add(names.get(0)));
        }
        missing.forEach(name -> findings.fault(
                "The package " + name + " is not installed", manager.get().toInstall(missing)));
        return findings.outcome();
    }

    private boolean has(PackageManager manager, String name) {
        try {
            return manager.isInstalled(examination
                    .processes()
                    .run(new Command(
                            manager.query(name),
                            examination.project(),
                            examination.host().environment(),
                            DEADLINE)));
        } catch (UserFailure e) {
            throw new UserFailure(
                    manager.program() + " could not be asked for " + name + ": " + e.getMessage(), e.hint(), e);
        }
    }
}
