package io.github.pythonenv.registry;

import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.InstalledBy;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the Pythons of a machine. Each counts once, by whatever names it goes. */
final class Discovery {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Machine machine;
    private final List<Place> places;
    private final Interrogation interrogation;
    private final Answers answers;

    Discovery(Machine machine, Store store, Processes processes) {
        this(machine, store, new Interrogation(machine.host(), processes, DEADLINE), places(processes));
    }

    Discovery(Machine machine, Store store, Interrogation interrogation, List<Place> places) {
        this.machine = machine;
        this.places = places;
        this.interrogation = interrogation;
        this.answers = new Answers(store);
    }

    /** Who finds an interpreter first says whose it is: uv's and conda's may be on the PATH, too. */
    static List<Place> places(Processes processes) {
        return List.of(
                new UvFolders(),
                new CondaEnvironments(),
                new VersionManagers(),
                new UsualFolders(),
                new SearchPath(),
                new PyLauncher(processes));
    }

    /**
     * All there are, and what was found beside them.
     *
     * @param more executables that the user named
     * @param again whether programs that did not answer an earlier time are asked again
     */
    List<Finding> all(List<Path> more, boolean again) {
        Stream<Candidate> named = more.stream().map(path -> new Candidate(path, InstalledBy.SYSTEM));
        Stream<Candidate> found = places.stream().flatMap(place -> place.candidates(machine).stream());
        Map<Path, Finding> findings = new LinkedHashMap<>();
        Stream.concat(found, named).forEach(candidate -> add(candidate, again, findings));
        activeEnvironment().ifPresent(finding -> findings.putIfAbsent(finding.path(), finding));
        answers.save();
        return List.copyOf(findings.values());
    }

    /** What that one file is. It is asked anew if it was silent before. */
    Finding one(Path executable) {
        Map<Path, Finding> findings = new LinkedHashMap<>();
        add(new Candidate(executable, InstalledBy.SYSTEM), true, findings);
        answers.save();
        return findings.values().stream()
                .findFirst()
                .orElseGet(() -> new Finding.PassedOver(executable, "is not there", InstalledBy.SYSTEM));
    }

    private Optional<Finding> activeEnvironment() {
        return machine.named("VIRTUAL_ENV")
                .filter(folder -> Files.isRegularFile(folder.resolve("pyvenv.cfg")))
                .map(folder -> new Finding.VirtualEnvironment(folder, folder));
    }

    private void add(Candidate candidate, boolean again, Map<Path, Finding> findings) {
        Optional<Path> environment = VirtualEnvironments.of(candidate.path());
        if (environment.isPresent()) {
            findings.putIfAbsent(
                    environment.get(), new Finding.VirtualEnvironment(candidate.path(), environment.get()));
            return;
        }
        Path real;
        try {
            real = candidate.path().toRealPath();
        } catch (IOException e) {
            findings.putIfAbsent(
                    candidate.path(), new Finding.PassedOver(candidate.path(), "leads nowhere", candidate.by()));
            return;
        }
        if (findings.containsKey(real) || String.valueOf(real.getFileName()).startsWith("python2")) {
            return;
        }
        findings.put(real, finding(candidate, real, again, findings));
    }

    private Finding finding(Candidate candidate, Path real, boolean again, Map<Path, Finding> findings) {
        Answer answer = answers.of(real, again, interrogation::ask);
        if (!answer.given()) {
            return new Finding.PassedOver(candidate.path(), answer.silence(), candidate.by());
        }
        Optional<Path> other = otherFile(real, answer);
        if (other.isPresent()) {
            // A script that starts an interpreter: what counts is that one.
            add(new Candidate(other.get(), candidate.by()), again, findings);
            return new Finding.PassedOver(candidate.path(), "only starts " + other.get(), candidate.by());
        }
        if (!answer.fact("prefix").equals(answer.fact("base"))) {
            return new Finding.VirtualEnvironment(candidate.path(), Path.of(answer.fact("prefix")));
        }
        if (!answer.fact("implementation").equals("cpython")) {
            return new Finding.PassedOver(
                    candidate.path(), "is " + answer.fact("implementation") + ", not CPython", candidate.by());
        }
        return classified(interpreter(lasting(candidate.path(), real), answer, candidate.by()));
    }

    private Finding classified(Interpreter interpreter) {
        return interpreter
                .drawback(machine.host().platform().id())
                .<Finding>map(why -> new Finding.PassedOver(interpreter.executable(), why, interpreter.by()))
                .orElseGet(() -> new Finding.Usable(interpreter));
    }

    private static Optional<Path> otherFile(Path real, Answer answer) {
        try {
            Path said = Path.of(answer.fact("executable")).toRealPath();
            return said.equals(real) ? Optional.empty() : Optional.of(said);
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Homebrew's files lie under the number of the version; its links under {@code opt} stay. */
    private static Path lasting(Path found, Path real) {
        List<String> names = new ArrayList<>();
        found.forEach(name -> names.add(name.toString()));
        boolean moves = real.toString().replace('\\', '/').contains("/Cellar/");
        return moves && names.contains("opt") ? found : real;
    }

    private Interpreter interpreter(Path executable, Answer answer, InstalledBy by) {
        Path home = Path.of(answer.fact("base"));
        return new Interpreter(
                executable,
                home,
                PythonVersion.parse(answer.fact("version")),
                answer.fact("level"),
                answer.fact("build"),
                Interpreter.platform(machine.host().platform().id(), answer.fact("machine")),
                answer.fact("libc"),
                answer.fact("bits").equals("32") ? 32 : 64,
                answer.fact("flags").contains("t"),
                isTrue(answer, "ensurepip"),
                isTrue(answer, "managed"),
                CondaEnvironments.isOne(home) ? InstalledBy.CONDA : by);
    }

    private static boolean isTrue(Answer answer, String key) {
        return answer.fact(key).toLowerCase(Locale.ROOT).equals("true");
    }
}
