package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.configuration.CommandLine;
import io.github.pythonenv.configuration.ConfiguredEnvironment;
import io.github.pythonenv.configuration.Declarations;
import io.github.pythonenv.configuration.EnvironmentConfiguration;
import io.github.pythonenv.configuration.EnvironmentRequests;
import io.github.pythonenv.configuration.PackedArchives;
import io.github.pythonenv.configuration.ProfileChoice;
import io.github.pythonenv.configuration.ProjectEnvironments;
import io.github.pythonenv.configuration.ProjectFile;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.environment.Toolbox;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.progress.ProgressListener;
import io.github.pythonenv.runtime.Supplies;
import io.github.pythonenv.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;

/** Empty environments where there may be no project: as {@code python-env.json} and the command line describe them. */
record NewEnvironments(MavenSession session, Host host, Store store) {

    private static final String PLUGIN = "io.github.pythonenv:python-env-maven-plugin";

    /**
     * What is to be made in a folder.
     *
     * @throws UserFailure where the POM says how environments are made, since that is not read here
     */
    List<EnvironmentRequest> requests(
            MavenProject project, Path folder, PackedArchives packed, ProgressListener listener) {
        Plugin plugin = project.getPlugin(PLUGIN);
        if (plugin != null
                && (plugin.getConfiguration() != null
                        || plugin.getExecutions().stream()
                                .map(ConfigurationContainer::getConfiguration)
                                .anyMatch(one -> one != null))) {
            throw new UserFailure(
                    "The POM says how environments are made, and clean does not read that.",
                    "Have create make them: mvn python-env:clean python-env:create -Dpython-env.force");
        }
        Properties said = new Properties();
        said.putAll(session.getUserProperties());
        // Here it says where to search.
        said.remove("python-env.directory");
        ProjectEnvironments declared = new ProjectEnvironments(
                ProjectFile.read(folder, Optional.empty()), Declarations.NONE, new CommandLine(said, folder));
        EnvironmentConfiguration.Call call = new EnvironmentConfiguration.Call(
                session.isOffline(), session.getRequest().isUpdateSnapshots(), false, false);
        List<EnvironmentRequest> requests = new ArrayList<>();
        for (ConfiguredEnvironment environment : declared.select(List.of())) {
            requests.add(EnvironmentRequests.from(
                    EnvironmentConfiguration.of(environment, ProfileChoice.NONE, folder, call), packed, listener));
        }
        return requests;
    }

    /** Makes one. */
    void create(EnvironmentRequest request, Supplier<Supplies> supplies, ProgressListener listener) {
        new Environments(new Toolbox(host, store, supplies, listener)).bring(request, Goal.ENVIRONMENT);
    }
}
