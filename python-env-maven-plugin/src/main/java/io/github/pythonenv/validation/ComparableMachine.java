package io.github.pythonenv.validation;

import io.github.pythonenv.archive.Digests;
import io.github.pythonenv.platform.Host;
import io.github.pythonenv.tuning.MachineFiles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells machines apart whose figures cannot be compared: by what makes them fast or slow, and by which one it is, where
 * that has a name that stays. Containers get a new host name each time, and as a rule have none that stays.
 *
 * @param text the same for the same machine
 */
public record ComparableMachine(String text) {

    /**
     * This machine.
     *
     * @param processors how many processors a program may use
     */
    public static ComparableMachine of(Host host, MachineFiles files, int processors) {
        Optional<String> name = files.text("/etc/machine-id")
                .filter(id -> id.matches("[0-9a-f]{32}"))
                .or(() -> Optional.ofNullable(host.environment().get("COMPUTERNAME")))
                .map(ComparableMachine::digest);
        Optional<String> cpu = files.text("/proc/cpuinfo")
                .flatMap(text -> text.lines()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.replaceFirst("^[^:]*:", "").strip())
                        .findFirst())
                .or(() -> Optional.ofNullable(host.environment().get("PROCESSOR_IDENTIFIER")));
        return new ComparableMachine(
                Stream.of(Optional.of(host.platform().id()), Optional.of(processors + " processors"), cpu, name)
                        .flatMap(Optional::stream)
                        .reduce((some, more) -> some + ", " + more)
                        .orElseThrow());
    }

    /** The name itself is nobody's business: machine-id(5) says that it should not leave the machine. */
    private static String digest(String name) {
        return Digests.sha256(("python-env figures of " + name).getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
    }
}
