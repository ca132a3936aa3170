package io.github.pythonenv.maven;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.BudgetRequests;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentTuning;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.metrics.Budgets;
import io.github.pythonenv.metrics.RunHistory;
import io.github.pythonenv.tuning.Tuning;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Says all about the environments of this project: what is asked for, and for each setting who asked for it
 * (<code>python-env.json</code> with its line, the POM, the command line, a file that was found, or nobody), what
 * stands there now, which settings for threads, memory and GPUs its programs get on this machine, each with its reason,
 * and what the last runs cost. Changes nothing.
 */
@Mojo(name = "info", threadSafe = true)
public final class InfoMojo extends ProjectMojo {

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>info-1.0.schema.json</code>: <code>store</code>, and <code>environments</code>, each with all
     * that <code>list</code> says of one, and <code>settings</code>: a list with <code>setting</code>,
     * <code>value</code>, <code>level</code> (<code>default</code>, <code>found</code>, <code>file</code>,
     * <code>pom</code> or <code>command_line</code>) and <code>place</code>. Where an accelerator is asked for, there is
     * <code>accelerator</code> with <code>asked</code>, <code>wheels</code> (PyTorch's index that it comes to here) and
     * <code>reason</code>. One that stands has <code>tuning</code>, too:
     * <code>settings</code> with <code>name</code>, <code>value</code>, <code>reason</code> and <code>by</code>
     * (<code>variable</code>, or <code>startup</code> for what the interpreter does itself), <code>withheld</code> for
     * what would be set and is not, and <code>contradictions</code>.
     * <code>runs</code> has for each goal what its last run cost, and <code>excesses</code>, what of that exceeds a budget.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Inject
    public InfoMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void perform() {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        Module module = module();
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> environments = new ArrayList<>();
        for (ConfiguredEnvironment environment : environments().select(chosen())) {
            Requested asked = requested(module, environment);
            EnvironmentList.Row row = EnvironmentList.row(asked);
            EnvironmentInfo info =
                    new EnvironmentInfo(asked, row, accelerator(module, row.request()), tuning(row), runs(asked));
            environments.add(info.data());
            lines.addAll(info.lines());
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("store", store().home().toString());
        all.put("environments", environments);
        lines.add("store: " + store().home());
        data.write(all, lines);
    }

    private Optional<AcceleratorText> accelerator(Module module, EnvironmentRequest request) {
        String asked = request.tuning().accelerator().toString();
        try {
            return new Environments(toolbox(module, request))
                    .wheels(request)
                    .map(wheels -> new AcceleratorText(
                            asked, Optional.of(wheels.indexes().get(0)), wheels.reason()));
        } catch (UserFailure e) {
            return Optional.of(new AcceleratorText(asked, Optional.empty(), e.getMessage() + " " + e.hint()));
        }
    }

    private RunsText runs(Requested asked) {
        Budgets budgets = BudgetRequests.of(asked.environment().settings());
        try {
            return RunsText.of(RunHistory.of(asked.request().directory()).runs(), budgets);
        } catch (IOException e) {
            getLog().warn("What runs on the environment " + asked.request().name() + " cost cannot be read: "
                    + FileFault.why(e) + ".");
            return RunsText.of(List.of(), budgets);
        }
    }

    private Optional<Tuning> tuning(EnvironmentList.Row row) {
        return row.standing()
                .map(standing ->
                        new EnvironmentTuning(host(), store()).of(row.request(), standing, host().environment()));
    }
}
