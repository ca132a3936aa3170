package io.github.pythonenv.doctor;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.tuning.Accelerator;
import io.github.pythonenv.tuning.AcceleratorDetection;
import io.github.pythonenv.tuning.Detection;
import io.github.pythonenv.tuning.Programs;
import io.github.pythonenv.tuning.TorchIndexTable;
import io.github.pythonenv.validation.Category;
import io.github.pythonenv.validation.Check;
import io.github.pythonenv.validation.Findings;
import io.github.pythonenv.validation.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The GPUs and their drivers, and whether they are what the environments are to be for. */
record GpuCheck(Examination examination) implements Check {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Override
    public String id() {
        return "gpu";
    }

    @Override
    public Category category() {
        return Category.GPU;
    }

    @Override
    public String title() {
        return "GPU and driver";
    }

    @Override
    public Outcome look() {
        Detection detection = new AcceleratorDetection(
                        examination.host().platform(), examination.files(), TorchIndexTable.builtIn())
                .complete(programs(), Optional.empty());
        Findings findings = new Findings();
        detection.evidence().forEach(text -> findings.saw("evidence", text));
        boolean asked = lookAtWheels(findings);
        if (detection.accelerator() instanceof Accelerator.None none) {
            if (none.why() == Accelerator.Why.NO_DEVICE) {
                findings.saw("GPU", none.explanation());
                return asked ? findings.outcome() : Outcome.skipped(none.explanation());
            }
            findings.doubt(none.explanation().replaceFirst("\\.$", ""), none.hint());
        } else {
            findings.saw("GPU", detection.summary());
        }
        return findings.outcome();
    }

    /** Whether any environment asks for an accelerator; faults where what it asks for is not to be had here. */
    private boolean lookAtWheels(Findings findings) {
        boolean asked = false;
        for (Wanted wanted : examination.wanted()) {
            if (wanted.request().tuning().accelerator().set()) {
                asked = true;
                lookAtWheels(findings, wanted);
            }
        }
        return asked;
    }

    private static void lookAtWheels(Findings findings, Wanted wanted) {
        String name = wanted.request().name();
        try {
            EnvironmentRequest fitted = wanted.tools().accelerated(wanted.request());
            fitted.settings().torch().ifPresent(wheels -> {
                findings.saw("wheels for " + name, wheels.indexes().get(0) + ": " + wheels.reason());
                wheels.warning()
                        .ifPresent(text -> findings.doubt(
                                "Environment " + name + ": " + text.replaceFirst("\\.$", ""),
                                "Set accelerator to what this machine has, or to auto; or update the driver."));
            });
        } catch (UserFailure e) {
            findings.fault("Environment " + name + ": " + Told.phrase(e), e.hint());
        }
    }

    private Programs programs() {
        Map<String, String> variables = ChildEnvironment.from(examination.host().environment());
        return command -> {
            try {
                Completed completed = examination
                        .processes()
                        .run(new Command(command, examination.host().userHome(), variables, DEADLINE));
                return completed.succeeded() ? Optional.of(completed.out()) : Optional.<List<String>>empty();
            } catch (UserFailure notThere) {
                return Optional.empty();
            }
        };
    }
}
