package io.github.pythonenv;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas in the documentation. */
public final class Schemas {

    private Schemas() {}

    /**
     * What is wrong with a text by a schema.
     *
     * @param name of the schema's file, without its ending
     */
    public static List<String> problems(String name, String json) throws IOException {
        Path file = Path.of(System.getProperty("basedir", ""), "../docs/schemas", name + ".schema.json");
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
