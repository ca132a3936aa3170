package io.github.pythonenv.packages;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.ChildEnvironment;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.ProvidedRuntime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The uv that the plugin pins, fetched once from the machine's own package index for all test classes that ask for it
 * with a parameter of this type.
 *
 * @param provided the interpreter that it is fetched with and used for
 */
public record RealUv(ProvidedRuntime provided, Uv uv) {

    /** The variables with which the machine's index is reached: proxies and certificates among them. */
    public static Map<String, String> variables() {
        return new TreeMap<>(ChildEnvironment.from(System.getenv()));
    }

    private static RealUv fetch(ProvidedRuntime provided) {
        UvTool tool = new UvTool(Host.current().platform(), provided.store(), new Processes(), event -> {});
        return new RealUv(
                provided,
                tool.provide(new UvChoice.Pinned(), () -> provided.runtime().executable(), variables(), false));
    }

    /** Hands the one uv to whoever asks. */
    public static final class Resolver implements ParameterResolver {
        private final ProvidedRuntime.Resolver runtimes = new ProvidedRuntime.Resolver();

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == RealUv.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(RealUv.class))
                    .computeIfAbsent(
                            RealUv.class,
                            key -> fetch((ProvidedRuntime) runtimes.resolveParameter(parameter, context)),
                            RealUv.class);
        }
    }
}
