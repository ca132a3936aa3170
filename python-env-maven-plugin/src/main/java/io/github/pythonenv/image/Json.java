package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents of images. Their text has the keys in the order they were set in, and no spaces. */
final class Json {

    /** Larger ones are refused by registries, too. */
    private static final long LARGEST = 4 << 20;

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** @throws UserFailure where the file is none */
    static JsonNode read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw broken(file, "it is too large");
        }
        return parse(Files.readAllBytes(file), file);
    }

    static JsonNode parse(byte[] bytes, Path file) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw broken(file, "it is no JSON (" + e.getOriginalMessage() + ")");
        }
    }

    static UserFailure broken(Path file, String why) {
        return new UserFailure(
                "The base image cannot be read: " + file + ": " + why + ".",
                "Have it written anew: docker save, or skopeo copy to an oci: folder or a docker-archive: file.");
    }
}
