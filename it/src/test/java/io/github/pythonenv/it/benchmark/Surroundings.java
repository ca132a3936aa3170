package io.github.pythonenv.it.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.github.pythonenv.it.harness.Maven;
import io.github.pythonenv.it.harness.Settings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured on: as much as another needs to compare, and nothing that names this machine. */
final class Surroundings {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Surroundings() {}

    /** How much else runs, as the system tells it. */
    static double load() {
        return SYSTEM.getSystemLoadAverage();
    }

    /** A Markdown list. */
    static String describe(Workplace place, double loadBefore) throws IOException {
        return String.format(
                Locale.ROOT,
                """
                - %s, %s %s, %d cores, %.0f GB of memory, %s; load average before: %.1f
                - JDK %s (%s), Maven %s
                - CPython %s, uv %s
                - python-env %s
                - Packages: %s
                """,
                LocalDate.now(ZoneOffset.UTC),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                SYSTEM.getAvailableProcessors(),
                SYSTEM.getTotalMemorySize() / 1e9,
                processor() + ", file system "
                        + Files.getFileStore(Settings.target()).type(),
                loadBefore,
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                Maven.USUAL.home().getFileName().toString().replace("apache-maven-", ""),
                folder(place.machine().store().resolve("runtimes")),
                folder(place.machine().store().resolve("tools")),
                Settings.version(),
                String.join(", ", place.packages()));
    }

    private static String processor() throws IOException {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return "processor unknown";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor unknown");
        }
    }

    /** The version in the name of the one folder there: {@code name-version-…}. */
    private static String folder(Path shelf) throws IOException {
        try (Stream<Path> folders = Files.list(shelf)) {
            return folders.map(folder -> folder.getFileName().toString().split("-"))
                    .filter(parts -> parts.length > 2)
                    .map(parts -> parts[1])
                    .distinct()
                    .collect(Collectors.joining(", "));
        }
    }
}
