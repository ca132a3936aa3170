package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Prospects;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What stands where the environments belong. */
record EnvironmentsCheck(Examination examination) implements Check {

    @Override
    public String id() {
        return "environments";
    }

    @Override
    public Category category() {
        return Category.CONFLICTS;
    }

    @Override
    public String title() {
        return "Nothing is in the way of the environments";
    }

    @Override
    public Outcome look() {
        if (examination.wanted().isEmpty()) {
            return Outcome.skipped(ConfigurationCheck.UNKNOWN);
        }
        Findings findings = new Findings();
        Map<Path, String> places = new HashMap<>();
        for (Wanted wanted : examination.wanted()) {
            EnvironmentRequest request = wanted.request();
            String other = places.putIfAbsent(request.directory(), request.name());
            if (other != null) {
                findings.fault(
                        "The environments " + other + " and " + request.name() + " are both to be at "
                                + request.directory(),
                        "Give one of them another <directory>.");
            } else {
                lookAt(findings, wanted);
            }
        }
        return findings.outcome();
    }

    private static void lookAt(Findings findings, Wanted wanted) {
        EnvironmentRequest request = wanted.request();
        try {
            switch (new Prospects(wanted.tools()).occupant(request)) {
                case NOBODY -> findings.saw(request.name(), request.directory() + ": nothing is there yet");
                case OURS -> findings.saw(request.name(), request.directory() + ": one that this plugin made");
                case FOREIGN ->
                    findings.doubt(
                            "The virtual environment at " + request.directory() + " was not made by this plugin",
                            "The first build moves it to .python-env/backup: take what you need out of it, or choose"
                                    + " another <directory>.");
            }
        } catch (UserFailure e) {
            findings.fault(Told.phrase(e), e.hint());
        }
    }
}
