package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Inspection;
import io.github.pythonenv.packages.Scrutiny;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Says whether the environments are what this project asks for: the interpreter starts, every installed file and script
 * is in place, the inputs are those that it was made from. Fails where one is not usable and current. Changes nothing.
 */
@Mojo(name = "check", threadSafe = true)
public final class CheckMojo extends AbstractEnvironmentMojo {

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>check-1.0.schema.json</code>: <code>current</code>, and <code>environments</code>, each with
     * <code>environment</code>, <code>directory</code>, <code>status</code> (<code>up_to_date</code>,
     * <code>out_of_date</code>, <code>damaged</code>, <code>missing</code>, <code>foreign</code> or
     * <code>occupied</code>) and <code>findings</code>, a list of sentences; where one of ours stands, also with
     * <code>python</code>, <code>runtime</code>, <code>generation</code>, <code>created</code>,
     * <code>fingerprint</code> and the number of <code>packages</code>.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    /** Whether the contents of every installed file are compared with what was recorded, and not its size alone. */
    @Parameter(property = "python-env.deep", defaultValue = "false")
    private boolean deep;

    /** Whether the build fails unless all environments are usable and current. */
    @Parameter(property = "python-env.failOnDrift", defaultValue = "true")
    private boolean failOnDrift;

    @Inject
    public CheckMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        Map<EnvironmentRequest, Inspection> inspections = new LinkedHashMap<>();
        for (EnvironmentRequest request : requests) {
            inspections.put(
                    request,
                    new Environments(toolbox(module, request))
                            .inspect(request, deep ? Scrutiny.DIGESTS : Scrutiny.SIZES));
        }
        data.write(InspectionText.data(inspections), InspectionText.lines(inspections, module.prefix()));
        if (failOnDrift) {
            refuseDrift(inspections);
        }
    }

    private static void refuseDrift(Map<EnvironmentRequest, Inspection> inspections) {
        List<String> drifted = new ArrayList<>();
        boolean damaged = false;
        for (Map.Entry<EnvironmentRequest, Inspection> one : inspections.entrySet()) {
            if (one.getValue().status() != Inspection.Status.UP_TO_DATE) {
                drifted.add(InspectionText.drift(one.getKey(), one.getValue()));
                damaged |= one.getValue().status() == Inspection.Status.DAMAGED;
            }
        }
        if (!drifted.isEmpty()) {
            throw new UserFailure(
                    String.join("\n", drifted),
                    damaged
                            ? "Run mvn python-env:ensure -Dpython-env.force to build it anew."
                            : "Run mvn python-env:ensure to make it so.");
        }
    }
}
