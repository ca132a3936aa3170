package io.github.pythonenv.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A JVM that is told to end (Ctrl-C, a CI that cancels) takes its programs along. */
@DisabledOnOs(OS.WINDOWS)
class JvmExitTest {

    @Test
    void endsTheWholeTreeOfEachRunningProgram() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        location(JvmExitTest.class) + File.pathSeparator + location(Processes.class),
                        TwoPrograms.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> programs = new ArrayList<>();
        try (BufferedReader out = jvm.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 4; i++) {
                programs.add(ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow());
            }
            assertThat(programs).allMatch(ProcessHandle::isAlive);

            jvm.destroy();
            jvm.waitFor();
        }
        assertThat(programs).noneMatch(ProcessHandle::isAlive);
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Starts two programs with a child each, prints the four process ids and waits. */
    static final class TwoPrograms {
        public static void main(String[] arguments) {
            Command command = new Command(
                    List.of("/bin/sh", "-c", "sleep 86395 & echo $$; echo $!; wait"),
                    Path.of("/"),
                    Map.of("PATH", "/usr/bin:/bin"),
                    Duration.ofHours(1));
            for (int i = 0; i < 2; i++) {
                new Thread(() -> new Processes().run(command, System.out::println, System.err::println)).start();
            }
        }
    }
}
