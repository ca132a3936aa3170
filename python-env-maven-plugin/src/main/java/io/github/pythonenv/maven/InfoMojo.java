package io.github.pythonenv.maven;

import io.github.pythonenv.configuration.ConfiguredEnvironment;
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
 * Says all about the environments of this project: what is asked for, and for each setting who asked for it
 * (<code>python-env.json</code> with its line, the POM, the command line, a file that was found, or nobody), and what
 * stands there now. Changes nothing.
 */
@Mojo(name = "info", threadSafe = true)
public final class InfoMojo extends ProjectMojo {

    /** How the result is shown: <code>text</code> or <code>json</code>. */
    @Parameter(property = "python-env.output", defaultValue = "text")
    private String output;

    /**
     * A file that the result is written to as JSON: <code>store</code>, and <code>environments</code>, each with all
     * that <code>list</code> says of one, and <code>settings</code>: a list with <code>setting</code>,
     * <code>value</code>, <code>level</code> (<code>default</code>, <code>found</code>, <code>file</code>,
     * <code>pom</code> or <code>command_line</code>) and <code>place</code>.
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
            EnvironmentInfo info = new EnvironmentInfo(asked, EnvironmentList.row(asked));
            environments.add(info.data());
            lines.addAll(info.lines());
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("store", store().home().toString());
        all.put("environments", environments);
        lines.add("store: " + store().home());
        data.write(all, lines);
    }
}
