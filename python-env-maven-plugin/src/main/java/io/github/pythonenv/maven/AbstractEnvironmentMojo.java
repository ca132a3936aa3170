package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.BudgetRequests;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.Settings;
import io.github.pythonenv.environment.EnvironmentReport;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.metrics.Budgets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;

/** A goal on an environment: the way from its parameters to the core and back. */
abstract class AbstractEnvironmentMojo extends ProjectMojo {

    private final Map<String, Settings> settings = new HashMap<>();

    AbstractEnvironmentMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    /** Whether nothing is to be done but to say what would be. */
    final boolean dryRun() {
        return parameters().yes("dryRun");
    }

    /** Whether the goal makes no sense without anything to install. */
    boolean needsInputs() {
        return true;
    }

    /** Whether the goal may build environments, so that no other goal or module may ask for others in their places. */
    boolean builds() {
        return true;
    }

    /**
     * Does what the goal is for.
     *
     * @param requests the environments that it acts on, one or more
     */
    abstract void act(Module module, List<EnvironmentRequest> requests);

    @Override
    final void perform() {
        Module module = module();
        List<EnvironmentRequest> requests = new ArrayList<>();
        for (Requested asked : wanted(module, needsInputs())) {
            if (builds()) {
                module.claim(asked.request());
            }
            requests.add(asked.request());
            settings.put(asked.environment().name(), asked.environment().settings());
        }
        if (requests.isEmpty()) {
            module.withoutEnvironment(getLog());
        } else {
            act(module, requests);
        }
    }

    /** Brings environments to the goal and says so. */
    final void bring(Module module, List<EnvironmentRequest> requests, Goal goal) {
        if (requests.size() == 1) {
            bring(module, requests.get(0), goal);
        } else {
            getLog().info(module.prefix()
                    + EnvironmentBuilds.all(requests, request -> bring(module.named(request.name()), request, goal)));
        }
    }

    /** The one environment that a goal acts on which can do with one only. */
    static EnvironmentRequest only(List<EnvironmentRequest> requests) {
        if (requests.size() == 1) {
            return requests.get(0);
        }
        List<String> names = requests.stream().map(EnvironmentRequest::name).toList();
        if (names.contains(ConfiguredEnvironment.UNNAMED)) {
            return requests.get(names.indexOf(ConfiguredEnvironment.UNNAMED));
        }
        throw new UserFailure(
                "This project has several environments, and the goal takes one: " + String.join(", ", names) + ".",
                "Say which with <environment> (-Dpython-env.environment=" + names.get(0) + ").");
    }

    /** Brings one environment to the goal and says so. */
    final EnvironmentReport bring(Module module, EnvironmentRequest request, Goal goal) {
        EnvironmentReport report = dryRun()
                ? new Environments(toolbox(module, request)).plan(request, goal)
                : measured(module, request, goal);
        new ReportPrinter(getLog(), module.prefix()).print(request, report);
        Optional<EnvironmentState> standing = report.standing();
        if (standing.isPresent()) {
            module.publish(request, standing.get(), host().platform().windows());
        }
        return report;
    }

    private EnvironmentReport measured(Module module, EnvironmentRequest request, Goal goal) {
        MeasuredRun run = new MeasuredRun(request, module.goal(), getLog());
        EnvironmentReport report;
        try {
            report = new Environments(toolbox(module, request, run)).bring(request, goal);
        } catch (RuntimeException failure) {
            run.failed(failure);
            throw failure;
        }
        if (run.began()) {
            run.ended(report, budgets(request), host().platform().windows());
        }
        return report;
    }

    /** What a run on an environment may cost; one that the project does not name, such as a script's, what it wants. */
    final Budgets budgets(EnvironmentRequest request) {
        return Optional.ofNullable(settings.get(request.name()))
                .map(BudgetRequests::of)
                .orElse(Budgets.NONE);
    }

    /** All that is set for one of the environments that were asked for. */
    final Settings settings(EnvironmentRequest request) {
        return Objects.requireNonNull(settings.get(request.name()), "one of the environments that were asked for");
    }
}
