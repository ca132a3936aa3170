package io.github.pythonenv.environment;

import io.github.pythonenv.tuning.AcceleratorDetection;
import io.github.pythonenv.tuning.Detection;
import io.github.pythonenv.tuning.Version;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * Where files do not tell the version of NVIDIA's driver (Windows, WSL), a program has to be asked, which takes up to a
 * second. So the answer is kept with the date and size of the driver's library: another driver is another library.
 *
 * @param detection looks at this machine
 * @param library the driver's library
 * @param kept the file that the answer is kept in
 */
record DriverMemory(AcceleratorDetection detection, Path library, Path kept) {

    /**
     * What this machine has.
     *
     * @param asking asks the driver
     */
    Detection detect(Supplier<Detection> asking) {
        Detection seen = detection.fromFiles();
        if (!detection.driverUntold(seen) || !Files.isRegularFile(library)) {
            return seen;
        }
        String key = key();
        Properties known = read();
        if (key.equals(known.getProperty("library"))) {
            return detection.withDriver(seen, Version.of(known.getProperty("driver", "0")));
        }
        Detection asked = asking.get();
        Optional<Version> driver = detection.driver(asked);
        driver.ifPresent(version -> write(key, version));
        return asked;
    }

    private String key() {
        try {
            return library + " " + Files.size(library) + " "
                    + Files.getLastModifiedTime(library).toMillis();
        } catch (IOException e) {
            return "";
        }
    }

    private Properties read() {
        Properties known = new Properties();
        try (Reader reader = Files.newBufferedReader(kept, StandardCharsets.UTF_8)) {
            known.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            // Then it is asked again.
        }
        return known;
    }

    private void write(String key, Version driver) {
        Properties known = new Properties();
        known.setProperty("library", key);
        known.setProperty("driver", driver.text());
        try {
            Files.createDirectories(kept.resolveSibling(""));
            try (Writer writer = Files.newBufferedWriter(kept, StandardCharsets.UTF_8)) {
                known.store(writer, null);
            }
        } catch (IOException e) {
            // A store that cannot be written is told of elsewhere; this is asked again.
        }
    }
}
