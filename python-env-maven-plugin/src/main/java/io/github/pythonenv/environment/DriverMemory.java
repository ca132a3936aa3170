package io.github.pythonenv.environment;

import io.github.pythonenv.store.KeptFile;
import io.github.pythonenv.tuning.AcceleratorDetection;
import io.github.pythonenv.tuning.Detection;
import io.github.pythonenv.tuning.Version;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
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
        Optional<String> key = key();
        Properties known = read();
        if (key.isPresent() && key.get().equals(known.getProperty("library"))) {
            // Without a version: it was asked, and did not say.
            String driver = known.getProperty("driver", "");
            return driver.isEmpty() ? seen : detection.withDriver(seen, Version.of(driver));
        }
        Detection asked = asking.get();
        key.ifPresent(text -> write(text, detection.driver(asked)));
        return asked;
    }

    private Optional<String> key() {
        try {
            return Optional.of(library + " " + Files.size(library) + " "
                    + Files.getLastModifiedTime(library).toMillis());
        } catch (IOException e) {
            return Optional.empty();
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

    private void write(String key, Optional<Version> driver) {
        Properties known = new Properties();
        known.setProperty("library", key);
        driver.ifPresent(version -> known.setProperty("driver", version.text()));
        try {
            StringWriter text = new StringWriter();
            known.store(text, null);
            new KeptFile(kept).write(text.toString());
        } catch (IOException e) {
            // A store that cannot be written is told of elsewhere; this is asked again.
        }
    }
}
