package io.github.pythonenv.packages;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a {@code Pipfile} asks for; its lock does not say it. Source: pipenv's documentation, "Pipfile & Pipfile.lock". */
final class PipfileAsks {

    private PipfileAsks() {}

    /**
     * Nothing where the lock stands without its Pipfile.
     *
     * @throws io.github.pythonenv.UserFailure where that cannot be read
     */
    static List<AskedFor> in(PipfileLock lock) {
        if (!Files.exists(lock.pipfile())) {
            return List.of();
        }
        JsonNode root = TomlFile.read(lock.pipfile(), "Correct " + lock.pipfile() + ".");
        List<AskedFor> asked = new ArrayList<>();
        Stream.concat(
                        Stream.of("packages"),
                        lock.groups().stream().map(group -> group.equals("dev") ? "dev-packages" : group))
                .forEach(table -> root.path(table)
                        .propertyStream()
                        .forEach(one -> asked.add(
                                new AskedFor(ProjectAsks.wanted(one.getKey(), one.getValue()), "Pipfile, " + table))));
        return List.copyOf(asked);
    }
}
