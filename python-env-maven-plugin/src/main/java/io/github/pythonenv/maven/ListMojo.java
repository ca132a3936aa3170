package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.ConfiguredEnvironment;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Lists the environments of this project, those that are disabled among them: what each is for, where it stands, and
 * what stands there now, as it says itself. <code>check</code> looks whether that is true. Changes nothing.
 */
@Mojo(name = "list", threadSafe = true)
public final class ListMojo extends ProjectMojo {

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON, in the form of <code>list-1.0.schema.json</code>: <code>environments</code>, each with <code>environment</code>,
     * <code>purpose</code>, <code>enabled</code>, <code>directory</code> and <code>inputs</code>; where one stands, also
     * with <code>python</code>, <code>runtime</code>, <code>generation</code>, <code>created</code> and the number of
     * <code>packages</code>.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Inject
    public ListMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void perform() {
        DataOutput data = new DataOutput(getLog(), output, outputFile);
        Module module = module();
        List<EnvironmentList.Row> rows = new ArrayList<>();
        for (ConfiguredEnvironment environment : listed()) {
            rows.add(EnvironmentList.row(requested(module, environment)));
        }
        data.write(EnvironmentList.data(rows), EnvironmentList.lines(rows));
    }

    private List<ConfiguredEnvironment> listed() {
        List<ConfiguredEnvironment> all = environments().all();
        return chosen().isEmpty() && !all.isEmpty() ? all : environments().select(chosen());
    }
}
