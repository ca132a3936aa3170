package io.github.pythonenv.registry;

import io.github.pythonenv.process.Processes;
import io.github.pythonenv.runtime.InPlaceRuntime;
import io.github.pythonenv.runtime.PythonVersion;
import io.github.pythonenv.runtime.Runtime;
import io.github.pythonenv.runtime.Source;
import io.github.pythonenv.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Another JVM that registers runtimes, one after the other, as fast as it can. */
final class Registering {
    static final int EACH = 10;

    private Registering() {}

    static Process start(Path store, int number) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Registering.class.getName(),
                        store.toString(),
                        Integer.toString(number))
                .inheritIO()
                .start();
    }

    public static void main(String[] arguments) {
        Registry registry = new Registry(new Store(Path.of(arguments[0])), Clock.systemUTC(), event -> {});
        for (int i = 0; i < EACH; i++) {
            Runtime runtime = runtime(
                    new PythonVersion(3, Integer.parseInt(arguments[1]), i),
                    Path.of("/opt", arguments[1], Integer.toString(i)));
            registry.change(entries -> registry.with(entries, runtime, entry -> entry));
        }
        if (Processes.started() != 0) {
            throw new AssertionError("registering started a program");
        }
    }

    static Runtime runtime(PythonVersion version, Path home) {
        return InPlaceRuntime.of(Source.SYSTEM, version, "linux-x86_64", home, home.resolve("bin/python3.13"));
    }
}
