package io.github.pythonenv.doctor;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.platform.OperatingSystem;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.ProgramSearch;
import io.github.pythonenv.tuning.MachineFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a system keeps account of its packages with.
 *
 * @param kind which one
 * @param program where it is
 */
record PackageManager(Kind kind, Path program) {

    /**
     * Each with the words of os-release(5) that tell whose it is, its question, and how its packages are installed. Brew
     * is no system's own, and macOS has no such file.
     */
    enum Kind {
        DPKG("dpkg-query", "debian ubuntu", "-W -f ${db:Status-Status}\\n", "apt-get install"),
        RPM("rpm", "fedora rhel centos suse", "-q --whatprovides", "dnf install"),
        APK("apk", "alpine", "info -e", "apk add"),
        PACMAN("pacman", "arch", "-Q", "pacman -S"),
        BREW("brew", "", "list --versions", "brew install");

        private final String program;
        private final String systems;
        private final String query;
        private final String install;

        Kind(String program, String systems, String query, String install) {
            this.program = program;
            this.systems = systems;
            this.query = query;
            this.install = install;
        }
    }

    /** The system's own; where it does not say what it is, the first that is on the PATH. */
    static Optional<PackageManager> of(Host host, MachineFiles files) {
        List<String> system = Arrays.asList(files.text("/etc/os-release")
                .orElse("")
                .lines()
                .filter(line -> line.matches("ID(_LIKE)?=.*"))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT)
                .split("[^a-z0-9]+"));
        Stream<Kind> own =
                Stream.of(Kind.values()).filter(kind -> words(kind.systems).anyMatch(system::contains));
        Stream<Kind> any = Stream.of(Kind.values())
                .filter(kind -> kind != Kind.BREW || host.platform().os() == OperatingSystem.MACOS);
        String path = host.environment().getOrDefault("PATH", "");
        return Stream.concat(own, any)
                .flatMap(kind ->
                        ProgramSearch.onPath(path, kind.program)
                                .map(program -> new PackageManager(kind, program))
                                .stream())
                .findFirst();
    }

    /** The programs that are looked for, for a person. */
    static String known() {
        return Stream.of(Kind.values()).map(kind -> kind.program).collect(Collectors.joining(", "));
    }

    List<String> query(String name) {
        return Stream.of(Stream.of(program.toString()), words(kind.query), Stream.of(name))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty());
    }

    /** What the answer to {@link #query} means. */
    boolean isInstalled(Completed answer) {
        // dpkg knows packages, too, that were removed and left their configuration.
        return answer.succeeded() && (kind != Kind.DPKG || answer.out().contains("installed"));
    }

    /** What to do to have them. */
    String toInstall(List<String> names) {
        return "Install what is missing, for example with " + kind.install + " " + String.join(" ", names)
                + ", or correct doctor.packages in python-env.json.";
    }
}
