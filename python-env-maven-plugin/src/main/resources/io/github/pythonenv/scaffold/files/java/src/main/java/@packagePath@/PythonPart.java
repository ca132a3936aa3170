package @package@;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The Python part of this project, as a program that is started for each question.
 *
 * @param executable the interpreter of its environment
 */
public record PythonPart(Path executable) {

    /**
     * The one of this machine: the system property {@code python.executable}, else the environment variable
     * {@code PYTHON_EXECUTABLE}, else {@code .venv} in the folder that Java was started in.
     */
    public static PythonPart here() {
        String set = System.getProperty("python.executable", System.getenv("PYTHON_EXECUTABLE"));
        if (set != null) {
            return new PythonPart(Path.of(set));
        }
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return new PythonPart(Path.of(windows ? ".venv/Scripts/python.exe" : ".venv/bin/python"));
    }

    /**
     * Runs one of its commands.
     *
     * @param words the command and its arguments
     * @return the lines that it prints
     * @throws IOException when it cannot be started, or fails; what it says about that is on standard error
     */
    public List<String> run(String... words) throws IOException, InterruptedException {
        Process process = start(words);
        process.getOutputStream().close();
        List<String> lines;
        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().toList();
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException("Python ended with status " + status + ": " + String.join(" ", words));
        }
        return lines;
    }

    /** Starts one of its commands and returns at once. */
    public Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString(), "-X", "utf8", "-m", "@module@"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
