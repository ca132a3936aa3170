package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.ValidationRequests;
import io.github.pythonenv.report.BenchmarkData;
import io.github.pythonenv.validation.Benchmark;
import io.github.pythonenv.validation.BenchmarkReport;
import io.github.pythonenv.validation.Subject;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Measures the environments without their tuning and with it, side by side: how long the interpreter and the heaviest
 * modules take to start, how fast it computes, how fast memory is (through numpy too, where that is installed), what
 * threads bring and, where there is a GPU and torch, how fast that is. Builds nothing and changes nothing in them. What
 * was measured last is kept in <code>target/python-env</code>, and the report that <code>validate</code> writes shows it.
 * Takes half a minute for each environment.
 */
@Mojo(name = "benchmark", threadSafe = true)
public final class BenchmarkMojo extends ProjectMojo {

    /** How often each figure is measured without the tuning and with it; the median counts. */
    @Parameter(property = "python-env.rounds", defaultValue = "5")
    private int rounds;

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the results are written to as JSON, in the form of <code>benchmark-1.0.schema.json</code>: for each
     * environment the figures, and what was not measured.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Inject
    public BenchmarkMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void perform() {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        if (rounds < 1) {
            throw new UserFailure("rounds is " + rounds + ".", "Take 1 or more.");
        }
        Module module = module();
        List<Map<String, Object>> all = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        List<BenchmarkReport> reports = new ArrayList<>();
        for (Requested asked : wanted(module, true)) {
            BenchmarkReport report = new Benchmark(subject(module, asked)).run(rounds);
            all.add(BenchmarkData.of(report));
            reports.add(report);
            lines.addAll(BenchmarkData.lines(report));
        }
        if (all.isEmpty()) {
            module.withoutEnvironment(getLog());
            return;
        }
        data.write(Map.of("environments", all), lines);
        ReportFiles files = new ReportFiles(module, getLog());
        reports.forEach(files::keep);
    }

    private Subject subject(Module module, Requested asked) {
        return new EnvironmentValidation(toolbox(module, asked.request()))
                .subject(
                        asked.request(),
                        ValidationRequests.of(asked.environment().settings()));
    }
}
