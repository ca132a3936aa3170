package io.github.pythonenv.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands each test its {@link Projects}: {@code target/it/<class>/<method>[-<invocation>]}. */
public final class ProjectsOfTest implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Projects.class;
    }

    @Override
    public Projects resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String method = context.getRequiredTestMethod().getName();
        String invocation = context.getDisplayName().startsWith(method)
                ? ""
                : "-"
                        + context.getDisplayName()
                                .replaceAll("[^A-Za-z0-9]+", "-")
                                .replaceAll("^-|-$", "");
        Path folder = Settings.target()
                .resolve("it")
                .resolve(context.getRequiredTestClass().getSimpleName())
                .resolve(method + invocation);
        empty(folder);
        return new Projects(folder);
    }

    private static void empty(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                        Files.delete(file);
                    }
                }
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
