package io.github.pythonenv.program;

import io.github.pythonenv.FileFault;
import io.github.pythonenv.UserFailure;
import io.github.pythonenv.runtime.VersionRequest;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * What a script says in its comments of the Python and the packages that it needs. Source: the Python Packaging User
 * Guide, "Inline script metadata" (PEP 723).
 *
 * @param dependencies requirements in the notation of PEP 508
 * @param requiresPython which versions of Python will do, if it says so
 */
public record InlineMetadata(List<String> dependencies, Optional<VersionRequest> requiresPython) {

    private static final String BEGIN = "# /// script";
    private static final String END = "# ///";
    private static final String HINT =
            "Correct the lines between '# /// script' and '# ///' at its top; uv add --script"
                    + " and the Python Packaging User Guide (Inline script metadata) show their form.";

    public InlineMetadata {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * Reads a script.
     *
     * @return nothing where it has no such comments
     * @throws UserFailure where they cannot be understood, or say what is not supported here
     */
    public static Optional<InlineMetadata> in(Path script) {
        List<String> blocks = blocks(lines(script));
        if (blocks.size() > 1) {
            throw new UserFailure(script + " has more than one block of script metadata.", HINT);
        }
        return blocks.stream().findFirst().map(toml -> parse(toml, script));
    }

    private static List<String> lines(Path script) {
        try {
            return Files.readAllLines(script);
        } catch (MalformedInputException e) {
            // A script in another encoding has its metadata in none that counts: they are UTF-8.
            return List.of();
        } catch (IOException e) {
            throw new UserFailure(
                    script + " cannot be read: " + FileFault.why(e) + ".",
                    "Check the path, and that this user may read it.",
                    e);
        }
    }

    /**
     * The texts of all blocks. A block goes on through all comments that follow, to the last end among them; one without
     * an end is none.
     */
    private static List<String> blocks(List<String> lines) {
        List<String> blocks = new ArrayList<>();
        for (int begin = 0; begin < lines.size(); begin++) {
            if (!lines.get(begin).equals(BEGIN)) {
                continue;
            }
            int after = begin + 1;
            int end = -1;
            while (after < lines.size() && isComment(lines.get(after))) {
                if (lines.get(after).equals(END)) {
                    end = after;
                }
                after++;
            }
            if (end >= 0) {
                blocks.add(lines.subList(begin + 1, end).stream()
                        .map(line -> line.substring(Math.min(2, line.length())))
                        .reduce("", (text, line) -> text + line + "\n"));
                begin = end;
            }
        }
        return blocks;
    }

    private static boolean isComment(String line) {
        return line.equals("#") || line.startsWith("# ");
    }

    private static InlineMetadata parse(String toml, Path script) {
        JsonNode metadata = read(toml, script);
        if (metadata.path("tool").has("uv")) {
            throw new UserFailure(
                    script + " has settings for uv in its metadata ([tool.uv]), which are not read here: without them,"
                            + " other packages could be installed than it means.",
                    "Take them away, name indexes with <indexUrl> or in uv.toml, or add what the script needs to the"
                            + " project and take its metadata away.");
        }
        if (metadata.has("dependencies") && !metadata.path("dependencies").isArray()) {
            throw new UserFailure("The metadata of " + script + " have dependencies that are no list.", HINT);
        }
        List<String> dependencies = new ArrayList<>();
        for (JsonNode dependency : metadata.path("dependencies")) {
            dependencies.add(text(dependency, script));
        }
        Optional<VersionRequest> python = metadata.has("requires-python")
                ? Optional.of(VersionRequest.parse(text(metadata.path("requires-python"), script)))
                : Optional.empty();
        return new InlineMetadata(dependencies, python);
    }

    private static JsonNode read(String toml, Path script) {
        try {
            return new TomlMapper().readTree(toml);
        } catch (JacksonException e) {
            throw new UserFailure(
                    "The metadata of " + script + " are no TOML: " + e.getOriginalMessage() + ".", HINT, e);
        }
    }

    private static String text(JsonNode node, Path script) {
        if (!node.isString()) {
            throw new UserFailure("The metadata of " + script + " have " + node + " where a text belongs.", HINT);
        }
        return node.stringValue();
    }
}
