package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.audit.AuditReport;
import io.github.pythonenv.audit.AuditSettings;
import io.github.pythonenv.audit.AuditText;
import io.github.pythonenv.audit.Sarif;
import io.github.pythonenv.configuration.AuditRequests;
import io.github.pythonenv.environment.AuditAnswer;
import io.github.pythonenv.environment.EnvironmentRequest;
import io.github.pythonenv.environment.EnvironmentState;
import io.github.pythonenv.environment.Environments;
import io.github.pythonenv.environment.Goal;
import io.github.pythonenv.packages.AuditService;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * Looks for known vulnerabilities of the packages that are installed, and of those that the lock has for other machines:
 * names and versions are sent to a service (OSV, unless <code>audit.service</code> in <code>python-env.json</code> names
 * another), by <code>uv audit</code>. The service's login is that of the <code>server</code> in <code>settings.xml</code>
 * whose id is its host, or stands in <code>audit.server</code>. Brings the environments up to date first. Fails if there is
 * a vulnerability that <code>audit.ignore</code> does not name with a reason (<code>audit.onFound</code> may be <code>warn</code>).
 * Offline it fails, since nothing is known then.
 */
@Mojo(name = "audit", threadSafe = true)
public final class AuditMojo extends AbstractEnvironmentMojo {

    /**
     * A file for what was found: as SARIF 2.1.0 if its name ends with <code>.sarif</code>, else as JSON, in the form of
     * <code>audit-1.0.schema.json</code>.
     */
    @Parameter(property = "python-env.outputFile")
    private @Nullable File outputFile;

    @Inject
    public AuditMojo(RepositorySystem repositorySystem) {
        super(repositorySystem);
    }

    @Override
    void act(Module module, List<EnvironmentRequest> requests) {
        if (outputFile != null) {
            OutputFile.expect(outputFile.toPath());
        }
        List<AuditReport> reports = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        boolean fails = false;
        for (EnvironmentRequest request : requests) {
            AuditSettings asked = AuditRequests.of(settings(request));
            Optional<EnvironmentState> standing =
                    bring(module, request, Goal.PACKAGES).standing();
            if (dryRun() || standing.isEmpty()) {
                continue;
            }
            AuditAnswer answer = new Environments(toolbox(module, request))
                    .audit(request, standing.get(), new AuditService(asked.service(), asked.server()));
            AuditReport report = AuditReport.of(
                    request.name(), answer.asked(), answer.json(), asked, LocalDate.now(ZoneId.systemDefault()));
            reports.add(report);
            files.put(request.name(), file(request));
            AuditText.lines(report).forEach(line -> say(module.prefix() + line, report.vulnerable()));
            fails |= report.vulnerable() && asked.fails();
        }
        AuditText.needless(reports)
                .forEach(id -> getLog().info(id + " is not found any more: take it out of audit.ignore."));
        write(reports, files);
        if (fails) {
            throw new UserFailure(
                    "There are known vulnerabilities; they are named above.",
                    "Take versions without them (mvn python-env:lock -Dpython-env.upgradePackage=…); or name them in"
                            + " audit.ignore of python-env.json, each with a reason and the day until which you live with"
                            + " it.");
        }
    }

    private void say(String line, boolean warning) {
        if (warning) {
            getLog().warn(line);
        } else {
            getLog().info(line);
        }
    }

    private void write(List<AuditReport> reports, Map<String, String> files) {
        if (outputFile == null || dryRun()) {
            return;
        }
        Map<String, ?> data = outputFile.getName().endsWith(".sarif")
                ? new Sarif(module().pluginVersion()).data(reports, files)
                : AuditText.data(reports);
        OutputFile.write(outputFile.toPath(), DataOutput.json(data));
    }

    private static String file(EnvironmentRequest request) {
        Path project = request.project();
        return request.inputs().inputFiles().stream()
                .filter(file -> file.startsWith(project))
                .findFirst()
                .map(file -> project.relativize(file).toString().replace('\\', '/'))
                .orElse("pom.xml");
    }
}
