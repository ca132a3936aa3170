package io.github.pythonenv.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schemas in the documentation, which programs that read what goals write rely on. */
public final class PublishedSchema {

    private static final Path FOLDER = Path.of(System.getProperty("it.modules")).resolve("docs/schemas");

    private PublishedSchema() {}

    /**
     * Reads JSON that a goal wrote, and fails the test if it is not what the schema says.
     *
     * @param name the schema's file without its ending, such as {@code list-1.0}
     */
    public static JsonNode read(String name, String json) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text(FOLDER.resolve(name + ".schema.json")))
                        .validate(json, InputFormat.JSON))
                .as(name)
                .isEmpty();
        return JsonMapper.shared().readTree(json);
    }

    /** The same for JSON in a file. */
    public static JsonNode read(String name, Path file) {
        return read(name, text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
