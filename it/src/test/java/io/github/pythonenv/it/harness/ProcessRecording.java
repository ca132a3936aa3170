package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordingFile;

/**
 * The JVM's own flight recorder, asked for the processes that a build starts: it knows them all, whoever starts them.
 */
final class ProcessRecording {

    private ProcessRecording() {}

    /** What turns it on for the build with that log. */
    static String option(Path log) throws IOException {
        Files.createDirectories(of(log).getParent());
        return "-XX:StartFlightRecording=filename=" + of(log)
                + ",settings=none,+jdk.ProcessStart#enabled=true -Xlog:jfr*=off";
    }

    /** Maven's start script would split a path with spaces, and the log's may have some. */
    private static Path of(Path log) {
        String name = log.getFileName().toString().replaceAll("[^A-Za-z0-9.-]", "_") + ".jfr";
        return Settings.target().resolve("recordings").resolve(name);
    }

    /** The command lines, in the order of their start. */
    static List<String> read(Path log) {
        try {
            return RecordingFile.readAllEvents(of(log)).stream()
                    .filter(event -> event.getEventType().getName().equals("jdk.ProcessStart"))
                    .map(event -> event.getString("command"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
