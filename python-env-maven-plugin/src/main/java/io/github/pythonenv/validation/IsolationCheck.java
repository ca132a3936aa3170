package io.github.pythonenv.validation;

import io.github.pythonenv.packages.InstalledPackage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether modules come from the environment and the standard library only, and what is linked into it on purpose. */
record IsolationCheck(Subject subject, Installed installed) implements Check {

    private static final String OUTSIDE =
            "Take away what leads there, or build the environment anew: mvn python-env:ensure -Dpython-env.force.";

    @Override
    public String id() {
        return "isolation";
    }

    @Override
    public Category category() {
        return Category.ENVIRONMENT;
    }

    @Override
    public String title() {
        return "Nothing from outside of the environment is on sys.path";
    }

    @Override
    public Outcome look() throws IOException {
        // As programs in it are started, and not isolated by an option.
        JsonNode facts = subject.python().ask(List.of(), "isolation.py");
        Findings findings = new Findings();
        Map<String, String> settings = subject.layout().settings();
        boolean open =
                settings.getOrDefault("include-system-site-packages", "false").equals("true");
        if (open) {
            findings.fault(
                    "pyvenv.cfg lets in the packages of the Python below (include-system-site-packages)",
                    "Set include-system-site-packages to false in it, or build the environment anew: mvn"
                            + " python-env:ensure -Dpython-env.force.");
        }
        Set<String> linked = linked();
        facts.path("path").forEach(entry -> {
            String place = entry.asString("");
            String kind = kind(place, facts, linked);
            findings.saw(kind, place);
            // Where all is let in, that is the fault.
            if (kind.equals(OUT) && !open) {
                findings.fault(place + " is on sys.path" + by(place), OUTSIDE);
            }
        });
        strangers(findings);
        return findings.outcome();
    }

    private static final String OUT = "outside";

    private String kind(String entry, JsonNode facts, Set<String> linked) {
        if (entry.contains(".__path_hook__")) {
            return "import hook";
        }
        try {
            Path place = Path.of(entry);
            if (place.startsWith(subject.directory())
                    || place.startsWith(subject.directory().toRealPath())) {
                return "environment";
            }
            if (isStandardLibrary(place, facts)) {
                return "standard library";
            }
        } catch (InvalidPathException | IOException e) {
            return OUT;
        }
        return linked.contains(entry) ? "editable" : OUT;
    }

    private boolean isStandardLibrary(Path place, JsonNode facts) {
        Path base = Path.of(facts.path("base").asString(""));
        String name = String.valueOf(place.getFileName());
        if (place.startsWith(base) && (name.matches("python\\d+\\.zip") || name.equals("lib-dynload"))) {
            return true;
        }
        if (subject.windows() && (place.equals(base) || place.equals(base.resolve("DLLs")))) {
            return true;
        }
        for (JsonNode folder : facts.path("library")) {
            if (place.equals(Path.of(folder.asString("")))) {
                return true;
            }
        }
        return false;
    }

    /** The folders that installed packages lead to, as editable projects do. */
    private Set<String> linked() throws IOException {
        Set<String> linked = new HashSet<>();
        for (Map.Entry<InstalledPackage, List<String>> one : installed.files().entrySet()) {
            for (String file : one.getValue()) {
                Path path = installed.sitePackages().folder().resolve(file);
                if (file.endsWith(".pth") && Files.isRegularFile(path)) {
                    linked.addAll(Files.readAllLines(path));
                }
            }
        }
        return linked;
    }

    private String by(String entry) {
        try {
            for (Path file : pathFiles()) {
                if (Files.readAllLines(file).contains(entry)) {
                    return ", by " + file.getFileName();
                }
            }
        } catch (IOException e) {
            // Then nobody knows by what.
        }
        return "";
    }

    /** A .pth file that nothing installed may start code with every interpreter. */
    private void strangers(Findings findings) throws IOException {
        Set<String> known = new HashSet<>(subject.state().entries());
        installed.files().values().forEach(known::addAll);
        for (Path file : pathFiles()) {
            String name = file.getFileName().toString();
            if (!known.contains(name)) {
                findings.doubt(
                        name + " was added to site-packages by hand: it can change sys.path and start code",
                        "Delete it unless you put it there on purpose.");
            }
        }
    }

    private List<Path> pathFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(installed.sitePackages().folder(), "*.pth")) {
            found.forEach(files::add);
        }
        return files;
    }
}
