package io.github.pythonenv.tuning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of a machine, unpacked from one text: {@code --- /path} begins a file, {@code --- /path -> target} is a link, and
 * lines that begin with {@code #} before the first of them say what machine it is and where the formats are documented.
 */
public final class RecordedMachine {

    private RecordedMachine() {}

    /** Unpacks one of those beside this class. */
    public static MachineFiles unpack(String name, Path folder) {
        try (InputStream in = RecordedMachine.class.getResourceAsStream("machines/" + name + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no recording " + name);
            }
            write(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList(), folder);
            return new MachineFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(List<String> lines, Path folder) throws IOException {
        for (int at = 0; at < lines.size(); ) {
            String line = lines.get(at++);
            if (!line.startsWith("--- ")) {
                continue;
            }
            List<String> content = new ArrayList<>();
            while (at < lines.size() && !lines.get(at).startsWith("--- ")) {
                content.add(lines.get(at++));
            }
            String[] parts = line.substring(4).split(" -> ", 2);
            Path file = folder.resolve(parts[0].substring(1));
            Files.createDirectories(file.getParent());
            if (parts.length == 2) {
                Files.createSymbolicLink(file, Path.of(parts[1]));
            } else {
                Files.write(file, content);
            }
        }
    }
}
