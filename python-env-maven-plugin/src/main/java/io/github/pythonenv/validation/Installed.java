package io.github.pythonenv.validation;

import io.github.pythonenv.packages.Defect;
import io.github.pythonenv.packages.Dependencies;
import io.github.pythonenv.packages.DependencyGraph;
import io.github.pythonenv.packages.InstalledPackage;
import io.github.pythonenv.packages.MarkerEnvironment;
import io.github.pythonenv.packages.Scrutiny;
import io.github.pythonenv.packages.SitePackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is installed in the environment, as its files say. Read when it is first asked for, and then known. */
final class Installed {

    private final Subject subject;
    private @Nullable Map<InstalledPackage, List<String>> files;
    private @Nullable List<Defect> defects;
    private @Nullable DependencyGraph graph;

    Installed(Subject subject) {
        this.subject = subject;
    }

    SitePackages sitePackages() {
        return subject.installed();
    }

    List<InstalledPackage> packages() {
        return List.copyOf(files().keySet());
    }

    /** The recorded files of each package, relative to site-packages; none where its RECORD cannot be read. */
    Map<InstalledPackage, List<String>> files() {
        Map<InstalledPackage, List<String>> known = files;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (InstalledPackage one : sitePackages().packages()) {
                known.put(one, recorded(one));
            }
            files = known;
        }
        return known;
    }

    private static List<String> recorded(InstalledPackage one) {
        try {
            return one.files();
        } catch (IOException e) {
            // That is the record check's to tell.
            return List.of();
        }
    }

    /** What is wrong with recorded files, by their contents. */
    List<Defect> defects() {
        List<Defect> known = defects;
        if (known == null) {
            known = sitePackages().fileDefects(Scrutiny.DIGESTS);
            defects = known;
        }
        return known;
    }

    /** Whether a recorded file is one of the environment's programs, rather than of its modules and data. */
    boolean isProgram(String file) {
        Path place = sitePackages().folder().resolve(file).normalize();
        return place.startsWith(sitePackages().bin());
    }

    /** The packages of which files are missing or altered, programs apart. */
    Set<String> broken() {
        return defects().stream()
                .filter(defect -> !isProgram(defect.file()))
                .map(Defect::distribution)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Which package needs which.
     *
     * @throws io.github.pythonenv.UserFailure where a file of the inputs cannot be read
     */
    DependencyGraph graph() {
        DependencyGraph known = graph;
        if (known == null) {
            known = Dependencies.read(
                    sitePackages(),
                    subject.request().inputs(),
                    MarkerEnvironment.of(
                            subject.runtime().version().toString(),
                            subject.runtime().platform(),
                            subject.host().osVersion()));
            graph = known;
        }
        return known;
    }

    /** The packages that need something which is not installed. */
    Set<String> incomplete() {
        return graph().packages().stream()
                .filter(node -> node.requires().stream().anyMatch(need -> !need.installed()))
                .map(DependencyGraph.Node::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
