package io.github.pythonenv.packages;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** A file in TOML that a person or a tool wrote. */
final class TomlFile {

    private TomlFile() {}

    /**
     * Reads it whole.
     *
     * @param hint what to do where it is no TOML
     * @throws UserFailure where it cannot be read or is no TOML
     */
    static JsonNode read(Path file, String hint) {
        try {
            return new TomlMapper().readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new UserFailure(
                    file + " is no TOML"
                            + (e.getLocation() == null
                                    ? ""
                                    : ", line " + e.getLocation().getLineNr()) + ": " + e.getOriginalMessage(),
                    hint,
                    e);
        } catch (IOException e) {
            throw new UserFailure(
                    file + (Files.exists(file) ? " cannot be read: " + FileFault.why(e) + "." : " does not exist."),
                    "Check the file.",
                    e);
        }
    }
}
