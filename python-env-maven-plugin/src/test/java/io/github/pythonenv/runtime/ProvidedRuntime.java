package io.github.pythonenv.runtime;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pythonenv.platform.Host;
import io.github.pythonenv.process.Processes;
import io.github.pythonenv.store.Store;
import io.github.pythonenv.store.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A real CPython in a store of its own, provided once for all test classes that ask for it with a parameter of this
 * type. Where the build fetches no archive, their tests are skipped.
 *
 * @param store where it lies
 * @param runtime the newest that starts here
 */
public record ProvidedRuntime(Store store, Runtime runtime) implements AutoCloseable {

    /** The archives that the build fetched, and nothing else. */
    public Supplies supplies() {
        return RealArchives.supplies();
    }

    @Override
    public void close() throws IOException {
        Trees.delete(store.home());
    }

    private static ProvidedRuntime provide() {
        Host host = Host.current();
        Distribution newest = RealArchives.present()
                .filter(one -> one.obstacle(host).isEmpty())
                .max(Comparator.comparing(Distribution::version))
                .orElse(null);
        assumeTrue(newest != null, "no archive that the build fetched starts on this machine");
        try {
            Store store = new Store(Files.createTempDirectory("python-env-store"));
            Runtimes runtimes = new Runtimes(host, store, RealArchives.supplies(), new Processes(), event -> {});
            return new ProvidedRuntime(
                    store, runtimes.provide(RuntimeRequest.of(VersionRequest.any()), List.of(newest)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands the one runtime to whoever asks. */
    public static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == ProvidedRuntime.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(Namespace.create(ProvidedRuntime.class))
                    .computeIfAbsent(ProvidedRuntime.class, key -> provide(), ProvidedRuntime.class);
        }
    }
}
