package io.github.pythonenv.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Another JVM that takes a lock. It prints {@code waiting <who>} if it has to wait and {@code held} when it has it, and
 * keeps it until its standard input ends.
 */
final class LockProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    private LockProgram(Process process) {
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
    }

    static LockProgram start(Path lockFile) throws IOException {
        String classPath = location(LockProgram.class) + File.pathSeparator + location(InterprocessLock.class);
        return new LockProgram(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        LockProgram.class.getName(),
                        lockFile.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it prints. */
    String says() throws IOException {
        return out.readLine();
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it go on and waits for its end. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
        out.close();
    }

    static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void main(String[] arguments) throws IOException {
        int unused = InterprocessLock.holding(Path.of(arguments[0]), who -> say("waiting " + who), () -> {
            say("held");
            return System.in.read();
        });
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
