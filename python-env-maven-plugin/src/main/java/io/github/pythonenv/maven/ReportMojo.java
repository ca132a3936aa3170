package io.github.pythonenv.maven;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.report.Dashboard;
import io.github.pythonenv.report.WrittenReport;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Puts what <code>validate</code> found into the project's site: a page with all environments and their checks, and the
 * full report of each. Named in <code>&lt;reporting&gt;</code> it is part of <code>mvn site</code>; called directly it
 * writes the same pages where the site would be, without the site's frame. In the project that Maven was called on, it
 * covers all modules of the build. Checks nothing itself: what was not validated before is not in it.
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractMojo implements MavenReport {

    private static final String FOLDER = "python-env";

    /** Skips all goals of this plugin. */
    @Parameter(property = "python-env.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
    private List<MavenProject> modules;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String version;

    private @Nullable File siteDirectory;

    private @Nullable Map<WrittenReport, MavenProject> read;

    @Override
    public void execute() throws MojoFailureException {
        if (!canGenerateReport()) {
            return;
        }
        try {
            Path page = write().page();
            getLog().info("Report: " + page);
        } catch (UserFailure failure) {
            throw new MojoFailureException(failure.getMessage() + "\n\nWhat to do: " + failure.hint() + "\n", failure);
        }
    }

    @Override
    public void generate(Sink sink, Locale locale) throws MavenReportException {
        try {
            Written written = write();
            new SitePage(sink, getName(locale))
                    .print(written.reports(), getReportOutputDirectory().toPath());
        } catch (UserFailure failure) {
            throw new MavenReportException(failure.getMessage() + " What to do: " + failure.hint(), failure);
        }
    }

    /** Says what is missing where there is nothing to show. */
    @Override
    public boolean canGenerateReport() {
        if (skip) {
            getLog().info("Skipped: python-env.skip is set.");
            return false;
        }
        if (reports().isEmpty()) {
            getLog().info("No environment of " + project.getId() + " was validated, so there is nothing to report:"
                    + " run mvn python-env:validate before, or bind the goal validate to the build.");
            return false;
        }
        return true;
    }

    /**
     * What was written.
     *
     * @param page over all environments
     * @param reports each with its page
     */
    private record Written(Path page, Map<WrittenReport, Path> reports) {}

    private Written write() {
        Path folder = getReportOutputDirectory().toPath().resolve(FOLDER);
        Map<WrittenReport, Path> pages = new LinkedHashMap<>();
        reports().forEach((report, module) -> {
            String name =
                    module.equals(project) ? report.environment() : module.getArtifactId() + "-" + report.environment();
            Path page = folder.resolve(name + ".html");
            report.writePage(page);
            pages.put(report, page);
        });
        Path page = folder.resolve("index.html");
        new Dashboard(version, project.getName(), Instant.now()).write(pages, page);
        return new Written(page, pages);
    }

    /** All that were written, with the modules that they belong to; read once, though a site asks twice. */
    private Map<WrittenReport, MavenProject> reports() {
        Map<WrittenReport, MavenProject> reports = read;
        if (reports != null) {
            return reports;
        }
        reports = new LinkedHashMap<>();
        for (MavenProject module : project.isExecutionRoot() ? modules : List.of(project)) {
            Path folder = Path.of(module.getBuild().getDirectory(), FOLDER);
            for (WrittenReport report : WrittenReport.in(folder, this::tellLeftOut)) {
                reports.put(report, module);
            }
        }
        read = reports;
        return reports;
    }

    private void tellLeftOut(Path file) {
        getLog().warn(file + " is left out: it is damaged, or of another version of this plugin."
                + " Run mvn python-env:validate, which writes it anew.");
    }

    /** Has another name in newer sites, which ask this one where that is not there. */
    @Override
    @SuppressWarnings("deprecation")
    public String getOutputName() {
        return FOLDER;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "Python environments";
    }

    @Override
    public String getDescription(Locale locale) {
        return "The Python environments of the project: checks, packages and why they are there, sizes and timings.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        siteDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        File site = siteDirectory;
        return site == null ? outputDirectory : site;
    }

    @Override
    public boolean isExternalReport() {
        return false;
    }
}
