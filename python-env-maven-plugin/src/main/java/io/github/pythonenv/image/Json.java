package io.github.pythonenv.image;

import io.github.pythonenv.UserFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** The beginning of an index. */
    static ObjectNode index() {
        return object().put("schemaVersion", 2).put("mediaType", MediaTypes.INDEX);
    }

    /** What names a document. */
    static ObjectNode descriptor(String type, String document) {
        return descriptor(type, Digest.of(document), document.getBytes(StandardCharsets.UTF_8).length);
    }

    static ObjectNode descriptor(String type, Digest digest, long size) {
        return object().put("mediaType", type).put("digest", digest.toString()).put("size", size);
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
