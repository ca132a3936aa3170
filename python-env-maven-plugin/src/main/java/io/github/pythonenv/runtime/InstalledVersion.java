package io.github.pythonenv.runtime;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Command;
import io.github.pythonenv.process.Completed;
import io.github.pythonenv.process.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which version an installation is: by what its header says, else by asking its interpreter. */
final class InstalledVersion {
    private static final Pattern HEADER = Pattern.compile("#define\\s+PY_VERSION\\s+\"(\\d+\\.\\d+\\.\\d+)\"");
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private final Host host;
    private final Processes processes;

    InstalledVersion(Host host, Processes processes) {
        this.host = host;
        this.processes = processes;
    }

    /** Nothing if neither says a final release. */
    Optional<PythonVersion> of(Path root, Path interpreter) throws IOException {
        List<Path> headers = new ArrayList<>();
        for (String folder : List.of("include", "Include")) {
            headers.add(root.resolve(folder).resolve("patchlevel.h"));
            for (Path series : InstallationTree.entries(root.resolve(folder), "python3.*")) {
                headers.add(series.resolve("patchlevel.h"));
            }
        }
        for (Path header : headers) {
            if (Files.isRegularFile(header)) {
                Matcher version = HEADER.matcher(Files.readString(header, StandardCharsets.ISO_8859_1));
                return version.find() ? Optional.of(PythonVersion.parse(version.group(1))) : Optional.empty();
            }
        }
        return asked(interpreter);
    }

    private Optional<PythonVersion> asked(Path interpreter) throws IOException {
        new ExecuteBit(interpreter).set();
        Completed completed = processes.run(new Command(
                List.of(
                        interpreter.toString(),
                        "-I",
                        "-S",
                        "-c",
                        "import sys; print('%d.%d.%d' % sys.version_info[:3], sys.version_info[3])"),
                Objects.requireNonNull(interpreter.getParent()),
                ChildEnvironment.from(host.environment()),
                DEADLINE));
        return completed.out().stream()
                .filter(line -> line.matches("\\d{1,4}\\.\\d{1,4}\\.\\d{1,4} final"))
                .map(line -> PythonVersion.parse(line.substring(0, line.indexOf(' '))))
                .findFirst();
    }
}
