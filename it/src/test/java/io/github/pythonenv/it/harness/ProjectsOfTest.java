package io.github.pythonenv.it.harness;

import java.nio.file.Path;
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
        return new Projects(Folders.emptied(folder));
    }
}
